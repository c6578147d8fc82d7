package org.kanmai.ranking.evaluation.metrics;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Discounted gain of an order over that of the best order (Järvelin and Kekäläinen, 2002), with gains as they are and log2 discounts. */
public final class Ndcg {
    private Ndcg() {}

    /** Returns it for the first {@code most} by score, or nothing where nothing has a gain. Equal scores share their places. */
    public static OptionalDouble of(double[] scores, double[] gains, int most) {
        var best = Arrays.stream(gains)
                .map(gain -> -gain)
                .sorted()
                .map(gain -> -gain)
                .toArray();
        double ideal = 0;
        for (int place = 0; place < Math.min(most, best.length); place++) {
            ideal += best[place] * discount(place);
        }
        return ideal == 0 ? OptionalDouble.empty() : OptionalDouble.of(gain(scores, gains, most) / ideal);
    }

    /** Returns it where one thing alone is right and lies at a place, counted from 0. */
    public static double ofPlace(int place, int most) {
        return place < most ? discount(place) : 0;
    }

    /** Returns the mean over viewers who have something positive. */
    public static OptionalDouble mean(long[] viewers, double[] scores, boolean[] positives, int most) {
        var sums = new double[2];
        Groups.each(viewers, places -> {
            var part = Arrays.stream(places).mapToDouble(place -> scores[place]).toArray();
            var gains = Arrays.stream(places)
                    .mapToDouble(place -> positives[place] ? 1 : 0)
                    .toArray();
            of(part, gains, most).ifPresent(value -> {
                sums[0] += value;
                sums[1]++;
            });
        });
        return sums[1] == 0 ? OptionalDouble.empty() : OptionalDouble.of(sums[0] / sums[1]);
    }

    private static double gain(double[] scores, double[] gains, int most) {
        var order = Order.descending(scores);
        double sum = 0;
        for (int first = 0; first < Math.min(most, order.length); ) {
            int last = first;
            double gain = 0;
            double discount = 0;
            while (last < order.length && scores[order[last]] == scores[order[first]]) {
                gain += gains[order[last]];
                discount += ofPlace(last, most);
                last++;
            }
            sum += gain * discount / (last - first);
            first = last;
        }
        return sum;
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2.0);
    }
}
