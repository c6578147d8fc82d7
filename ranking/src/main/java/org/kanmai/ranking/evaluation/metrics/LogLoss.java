package org.kanmai.ranking.evaluation.metrics;

/** The mean surprise, in nats, at what happened. */
public final class LogLoss {
    private static final double LEAST = 1e-7;

    private LogLoss() {}

    /** Returns the mean; probabilities are kept 1e-7 away from 0 and 1. None at all is refused. */
    public static double of(double[] probabilities, boolean[] positives) {
        return of(probabilities, Shares.of(positives));
    }

    /** Returns the mean surprise at shares in [0, 1], for a share as if so much of it had happened. */
    public static double of(double[] probabilities, double[] shares) {
        if (probabilities.length == 0) {
            throw new IllegalArgumentException("nothing to measure");
        }
        double sum = 0;
        for (int place = 0; place < probabilities.length; place++) {
            double probability = Math.clamp(probabilities[place], LEAST, 1 - LEAST);
            sum -= shares[place] * Math.log(probability) + (1 - shares[place]) * Math.log(1 - probability);
        }
        return sum / probabilities.length;
    }
}
