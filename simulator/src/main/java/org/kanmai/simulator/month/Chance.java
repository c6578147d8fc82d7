package org.kanmai.simulator.month;

import java.util.List;
import java.util.SplittableRandom;

/** Draws of a seed, one stream for each concern and number: a change to one leaves all the others as they are. */
final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    static Chance of(long seed, String concern, long number) {
        return new Chance(new SplittableRandom(seed * GOLDEN + concern.hashCode() * 31L + number * 1_000_003));
    }

    boolean hits(double probability) {
        return random.nextDouble() < probability;
    }

    double share() {
        return random.nextDouble();
    }

    /** Returns a number from the least on and below the end. */
    long between(long least, long end) {
        return random.nextLong(least, end);
    }

    int below(int end) {
        return random.nextInt(end);
    }

    /** Returns e to a normal draw, whose median is 1. */
    double spread(double deviation) {
        return Math.exp(deviation * random.nextGaussian());
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Returns a place by weights; those of nothing are never drawn. */
    int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        int last = -1;
        for (int place = 0; place < weights.length; place++) {
            if (weights[place] > 0) {
                last = place;
                left -= weights[place];
                if (left < 0) {
                    return place;
                }
            }
        }
        return last;
    }
}
