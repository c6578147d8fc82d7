package org.kanmai.distribution;

import java.util.random.RandomGenerator;

/**
 * Draws one of some scored candidates with probability exp(score / temperature) over the sum of all that are left.
 *
 * <p>Drawn again and again without replacement this is the Plackett-Luce model (Plackett 1975; Luce 1959); the probability of each
 * draw, given those before it, is exact. {@link StrictMath} and the order of the scores make it the same bit for bit everywhere.
 */
public final class PlackettLuce {
    private PlackettLuce() {}

    /** Returns the draw; throws {@link IllegalArgumentException} when there is nothing to draw from or a score is not finite. */
    public static Drawn draw(double[] scores, double temperature, RandomGenerator random) {
        return Lottery.draw(weights(scores, temperature), random);
    }

    private static double[] weights(double[] scores, double temperature) {
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("temperature must be positive: " + temperature);
        }
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            largest = Math.max(largest, score);
        }
        var weights = new double[scores.length];
        for (int index = 0; index < scores.length; index++) {
            weights[index] = StrictMath.exp((scores[index] - largest) / temperature);
        }
        return weights;
    }
}
