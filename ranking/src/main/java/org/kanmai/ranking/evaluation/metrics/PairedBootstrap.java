package org.kanmai.ranking.evaluation.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * By how much one model is ahead of another over the same viewers, with the interval in which 95 of 100 differences lie
 * when viewers are drawn anew (Efron and Tibshirani, 1993).
 *
 * @param low the lower end; above 0 the first is ahead
 * @param high the upper end; below 0 the first is behind
 */
public record PairedBootstrap(double difference, double low, double high) {
    private static final double TAIL = 0.025;

    /** What is known after a comparison. */
    public enum Standing {
        AHEAD,
        TIE,
        BEHIND
    }

    /**
     * What two models were worth to one viewer.
     *
     * @param weight how much the viewer counts for in the mean
     */
    public record Pair(double ours, double theirs, double weight) {}

    /** Compares two grouped areas over the viewers that both know. */
    public static PairedBootstrap of(GroupedAuc ours, GroupedAuc theirs, int rounds, long seed) {
        var pairs = new TreeMap<Long, Pair>();
        ours.viewers().forEach((viewer, group) -> {
            var other = theirs.viewers().get(viewer);
            if (other != null) {
                pairs.put(viewer, new Pair(group.auc(), other.auc(), group.weight()));
            }
        });
        return of(List.copyOf(pairs.values()), rounds, seed);
    }

    /** Draws as many pairs as there are, with repetition, in each of some rounds; no pairs are refused. */
    public static PairedBootstrap of(List<Pair> pairs, int rounds, long seed) {
        if (pairs.isEmpty() || rounds < 1) {
            throw new IllegalArgumentException("nobody to compare by");
        }
        var random = new Random(seed);
        var differences = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            double sum = 0;
            double weight = 0;
            for (int drawn = 0; drawn < pairs.size(); drawn++) {
                var pair = pairs.get(random.nextInt(pairs.size()));
                sum += pair.weight() * (pair.ours() - pair.theirs());
                weight += pair.weight();
            }
            differences[round] = sum / weight;
        }
        Arrays.sort(differences);
        return new PairedBootstrap(mean(pairs), at(differences, TAIL), at(differences, 1 - TAIL));
    }

    /** Returns whether the first is ahead, behind, or neither can be said. */
    public Standing standing() {
        if (low > 0) {
            return Standing.AHEAD;
        }
        return high < 0 ? Standing.BEHIND : Standing.TIE;
    }

    private static double mean(List<Pair> pairs) {
        double weight = pairs.stream().mapToDouble(Pair::weight).sum();
        return pairs.stream()
                        .mapToDouble(pair -> pair.weight() * (pair.ours() - pair.theirs()))
                        .sum()
                / weight;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
