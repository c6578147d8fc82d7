package org.kanmai.app.web;

import org.jspecify.annotations.Nullable;

/** Reads item tokens; {@code river} implements it. */
public interface Traces {

    /** Returns the trace of a token; an empty one when the token is absent, forged, expired or another viewer's. */
    Trace of(@Nullable String token, Viewer viewer);
}
