package org.kanmai.distribution.policy;

import java.util.Map;

/**
 * What each outcome counts in a unit's score.
 *
 * @param weights of the five scored outcomes; they sum to one, play and completion to half of it or more
 * @param conversion weight of a conversion, of works that sell only; the others are scaled down for those
 */
public record ScoreRule(Map<Outcome, Double> weights, double conversion) {
    static final double FIRST = 0.5;

    public ScoreRule {
        weights = Map.copyOf(weights);
        double first = weights.getOrDefault(Outcome.PLAY, 0.0) + weights.getOrDefault(Outcome.COMPLETION, 0.0);
        if (!Outcome.SCORED.containsAll(weights.keySet())
                || !Weighing.isWhole(weights.values())
                || first < FIRST
                || !(conversion >= 0 && conversion < 1)) {
            throw new IllegalArgumentException("weights of outcomes out of their rule: " + weights + ", " + conversion);
        }
    }

    /** Returns what an outcome counts, for a work that sells or one that does not. */
    public double weight(Outcome outcome, Trade trade) {
        double conversions = trade == Trade.SELLS ? conversion : 0;
        if (outcome == Outcome.CONVERSION) {
            return conversions;
        }
        return weights.getOrDefault(outcome, 0.0) * (1 - conversions);
    }

    /** Returns the score of a set of outcomes, in [0, 1]. */
    public double score(int outcomes, Trade trade) {
        double sum = trade == Trade.SELLS && (outcomes & Outcome.CONVERSION.bit()) != 0 ? conversion : 0;
        for (var outcome : Outcome.SCORED) {
            if ((outcomes & outcome.bit()) != 0) {
                sum += weight(outcome, trade);
            }
        }
        return Math.min(1, sum);
    }
}
