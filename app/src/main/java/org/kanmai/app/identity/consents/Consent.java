package org.kanmai.app.identity.consents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Purpose;

/**
 * Whether data may be used for a purpose; without an answer it may not.
 *
 * @param at when it was answered, absent when it never was
 */
public record Consent(
        Purpose purpose, boolean given, @Nullable Instant at) {}
