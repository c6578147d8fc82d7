package org.kanmai.ranking.evaluation.metrics;

/** How far probabilities are from what happens (ECE): within bins of equally many, the mean distance of the two means. */
public final class CalibrationError {
    private CalibrationError() {}

    /** Returns the expected error over some bins of probabilities in order; none at all is refused. */
    public static double of(double[] probabilities, boolean[] positives, int bins) {
        return of(probabilities, Shares.of(positives), bins);
    }

    /** Returns the expected error where shares in [0, 1] were observed. */
    public static double of(double[] probabilities, double[] shares, int bins) {
        if (probabilities.length == 0 || bins < 1) {
            throw new IllegalArgumentException("nothing to measure, or no bins");
        }
        var order = Order.ascending(probabilities, 0, probabilities.length);
        double error = 0;
        for (int bin = 0; bin < bins; bin++) {
            int end = (int) ((long) (bin + 1) * order.length / bins);
            double excess = 0;
            for (int at = (int) ((long) bin * order.length / bins); at < end; at++) {
                excess += probabilities[order[at]] - shares[order[at]];
            }
            error += Math.abs(excess);
        }
        return error / order.length;
    }
}
