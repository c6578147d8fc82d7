package org.kanmai.simulator.month;

import java.time.Duration;
import java.time.Instant;

/**
 * The time of a past: it ends with the hour before now.
 *
 * @param days how long pages were served
 */
public record Span(Instant end, int days) {
    private static final Duration SETTLED = Duration.ofHours(1);

    /** Returns when the first page can have been served. */
    Instant begin() {
        return end.minus(Duration.ofDays(days));
    }

    /** Returns when the last page can have been served. */
    Instant lastPage() {
        return end.minus(SETTLED);
    }

    /** Returns when the second chapter begins: all films are there for it, for the first only one a creator. */
    public Instant turn() {
        return end.minus(Duration.ofDays(days).dividedBy(3));
    }
}
