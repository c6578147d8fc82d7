package org.kanmai.facts;

import java.util.List;

/**
 * What a pool asks of a work, frozen when it was opened.
 *
 * @param cohort with which works it is compared: {@code vertical/length/age}
 * @param score the bar
 * @param works how many works made the bar; 0 when it is the policy's own number
 * @param madeFrom the cohort of these works
 * @param rates of outcomes at the bar, to be shown beside a work's own
 * @param factors of cells other than 1
 */
public record PoolTarget(
        String cohort, double score, int works, String madeFrom, List<NamedNumber> rates, List<CellFactor> factors) {
    public PoolTarget {
        rates = List.copyOf(rates);
        factors = List.copyOf(factors);
    }

    /** What is to be expected in a cell of positions and audience, as a multiple of the average. */
    public record CellFactor(int cell, double factor) {}
}
