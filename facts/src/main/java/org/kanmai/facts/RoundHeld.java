package org.kanmai.facts;

import java.time.Instant;
import java.util.List;

/**
 * The works that evidence left undecided in a pool were ranked by the lower bounds of their scores.
 *
 * @param pool that they come from
 * @param policy version of the rules
 * @param places how many the next pool's supply carries
 * @param contenders all of them, the best first
 */
public record RoundHeld(
        long id, Instant at, Origin origin, int pool, int policy, int places, List<Contender> contenders)
        implements Fact.OfDistribution {
    public RoundHeld {
        contenders = List.copyOf(contenders);
    }

    /**
     * A work of the round.
     *
     * @param opening id of the fact that opened its pool
     * @param low lower bound of its score, in bars
     */
    public record Contender(WorkId work, long opening, double low, Verdict verdict) {}

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
