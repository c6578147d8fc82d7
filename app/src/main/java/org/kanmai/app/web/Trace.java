package org.kanmai.app.web;

import org.jspecify.annotations.Nullable;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Source;
import org.kanmai.facts.Terms;

/**
 * The exposure that led to a call, from its header {@code Item-Token}; a controller takes it as a parameter.
 *
 * @param terms absent when no valid token of this viewer came with the call
 */
public record Trace(@Nullable Terms terms) {

    /** Returns the exposure; absent when the viewer came by another way. */
    public @Nullable ExposureId exposure() {
        return terms == null ? null : terms.exposure();
    }

    /** Returns why the subject had been shown. */
    public Source source() {
        return terms == null ? Source.DIRECT : terms.source();
    }
}
