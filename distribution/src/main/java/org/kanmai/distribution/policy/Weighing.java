package org.kanmai.distribution.policy;

import java.util.Collection;

/** Weights that share out one whole. */
final class Weighing {
    static final double TOLERANCE = 1e-9;

    private Weighing() {}

    static boolean isWhole(Collection<Double> weights) {
        double sum = 0;
        for (double weight : weights.stream().sorted().toList()) {
            if (!(weight >= 0)) {
                return false;
            }
            sum += weight;
        }
        return Math.abs(sum - 1) <= TOLERANCE;
    }
}
