package org.kanmai.facts;

import java.time.Instant;
import java.util.List;

/**
 * A verdict on a work in a pool, or that a round decides; with all from which it follows by the rules of its opening.
 *
 * @param at of the fact that made the last unit mature
 * @param opening id of the fact that opened the pool
 * @param above logarithm of the evidence that the work is better than its bar
 * @param below logarithm of the evidence that it is worse
 * @param low lower bound of its score, in bars
 * @param kinds how many units of each set of outcomes in each cell
 */
public record PoolJudged(
        long id,
        Instant at,
        Origin origin,
        WorkId work,
        long opening,
        int pool,
        Verdict verdict,
        int units,
        double above,
        double below,
        double low,
        List<UnitKind> kinds)
        implements Fact.OfWork {
    public PoolJudged {
        kinds = List.copyOf(kinds);
    }

    /** Units that are alike: the bits of their outcomes, the number of their cell, and how many they are. */
    public record UnitKind(int outcomes, int cell, int count) {}

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
