package org.kanmai.app.feed.models;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That an operator has one version alone rank; {@code endedAt} is absent while it lasts. */
record Hold(
        int version, String why, Instant heldAt, @Nullable Instant endedAt) {}
