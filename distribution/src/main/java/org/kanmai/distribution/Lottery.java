package org.kanmai.distribution;

import java.util.random.RandomGenerator;

/** Draws one of some weighted candidates with probability weight over the sum of weights, exactly. */
public final class Lottery {
    private Lottery() {}

    /**
     * Returns the draw; a candidate of weight 0 is never drawn.
     *
     * @throws IllegalArgumentException when a weight is negative or not finite, or all are 0
     */
    public static Drawn draw(double[] weights, RandomGenerator random) {
        double sum = sum(weights);
        double point = random.nextDouble() * sum;
        int last = -1;
        for (int index = 0; index < weights.length; index++) {
            if (weights[index] > 0) {
                last = index;
                point -= weights[index];
                if (point < 0) {
                    break;
                }
            }
        }
        return new Drawn(last, weights[last] / sum);
    }

    private static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a weight must be finite and not negative: " + weight);
            }
            sum += weight;
        }
        if (sum <= 0) {
            throw new IllegalArgumentException("nothing to draw from");
        }
        return sum;
    }
}
