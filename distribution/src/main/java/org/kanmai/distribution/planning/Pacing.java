package org.kanmai.distribution.planning;

import java.time.Duration;
import java.time.Instant;

/**
 * How much a pool presses for reserved positions.
 *
 * @param pool 1 for the first
 * @param quota units
 * @param given units that were delivered or are on their way
 */
public record Pacing(int pool, int quota, int given, Instant openedAt, Instant deadline) {
    /** A pool aims to be whole when so much of its time is over, because what is late comes last. */
    static final double AIM = 0.8;

    private static final double FIRST_BEHIND = 100;
    private static final double FIRST = 4;
    private static final double LATER_BEHIND = 1;
    private static final double LATER = 0.05;
    private static final double LEAST_HOURS = 0.25;

    /**
     * Returns the weight in the lottery of reserved positions: the units that are missing for each hour left, times how urgent it is. A first
     * pool that is behind its time comes before all else, a first pool before later ones.
     */
    public double weight(Instant now) {
        int missing = quota - given;
        if (missing <= 0) {
            return 0;
        }
        double hours = Math.max(LEAST_HOURS, hours(Duration.between(now, deadline)));
        return missing / hours * urgency(isBehind(now));
    }

    private double urgency(boolean behind) {
        if (pool == 1) {
            return behind ? FIRST_BEHIND : FIRST;
        }
        return behind ? LATER_BEHIND : LATER;
    }

    /** Returns whether less was given than an even pace would have given by now. */
    public boolean isBehind(Instant now) {
        double whole = AIM * hours(Duration.between(openedAt, deadline));
        double share = whole <= 0 ? 1 : hours(Duration.between(openedAt, now)) / whole;
        return given < quota * Math.clamp(share, 0, 1);
    }

    private static double hours(Duration time) {
        return time.toMillis() / 3_600_000.0;
    }
}
