package org.kanmai.distribution.ladder;

import java.util.List;
import java.util.Map;
import org.kanmai.distribution.policy.Outcome;

/**
 * What a pool asks of the works of a cohort on a day.
 *
 * @param score the bar, a score in (0, 1)
 * @param rates the same quantile of each outcome's rate, shown beside a work's own; empty while the policy's own number is the bar
 * @param factors for each {@link Cell}, what is to be expected in it as a multiple of the average
 * @param works how many works made it
 * @param from the cohort whose works they were
 */
public record PoolBar(double score, Map<Outcome, Double> rates, List<Double> factors, int works, Cohort from) {
    static final List<Double> NO_FACTORS = java.util.Collections.nCopies(Cell.COUNT, 1.0);

    private static final double LEAST_MEAN = 1e-6;

    public PoolBar {
        rates = Map.copyOf(rates);
        factors = List.copyOf(factors);
        if (!(score > 0 && score < 1) || factors.size() != Cell.COUNT) {
            throw new IllegalArgumentException("not a bar: " + score + ", " + factors.size());
        }
        for (double factor : factors) {
            if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a factor is positive: " + factor);
            }
        }
    }

    /** Returns the expected score of a unit in a cell, of a work that just meets the bar. */
    public double mean(int cell) {
        return Math.max(LEAST_MEAN, score * factors.get(cell));
    }
}
