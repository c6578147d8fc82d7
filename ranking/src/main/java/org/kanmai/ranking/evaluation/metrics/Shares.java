package org.kanmai.ranking.evaluation.metrics;

import java.util.Arrays;

/** What happened or did not, as shares: all or nothing. */
final class Shares {
    private Shares() {}

    static double[] of(boolean[] positives) {
        var shares = new double[positives.length];
        Arrays.setAll(shares, place -> positives[place] ? 1 : 0);
        return shares;
    }
}
