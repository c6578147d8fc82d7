package org.kanmai.distribution.policy;

import java.time.Duration;

/**
 * One step of the ladder.
 *
 * @param number 1 for the first
 * @param deadline within which it is delivered
 * @param decided when a verdict may fall
 * @param alphaShare its share of the probability of an error that a work may meet in its whole life
 * @param bar where the bar lies among the works that finished this pool: a quantile of their scores
 * @param startBar the bar before there were enough of them: a score
 */
public record PoolRule(
        int number, Quota quota, Duration deadline, Decided decided, double alphaShare, double bar, double startBar) {
    /** When a verdict may fall. */
    public enum Decided {
        /** Only when the whole quota was delivered. */
        AT_END,
        /** At any look; at the end of the quota by rank. */
        ANY_TIME
    }

    public PoolRule {
        if (number < 1
                || !deadline.isPositive()
                || !(alphaShare > 0 && alphaShare <= 1)
                || !(bar > 0 && bar < 1)
                || !(startBar > 0 && startBar < 1)) {
            throw new IllegalArgumentException("not a rule of a pool: " + number + ", " + deadline + ", " + alphaShare
                    + ", " + bar + ", " + startBar);
        }
    }
}
