package org.kanmai.ranking.evaluation.metrics;

import java.util.OptionalDouble;

/** The area under the ROC curve: how often something positive is scored above something negative, a tie as one half. */
public final class Auc {
    private Auc() {}

    /** Returns the area, or nothing where only one class is there. */
    public static OptionalDouble of(double[] scores, boolean[] positives) {
        return of(scores, positives, 0, scores.length);
    }

    /** Returns the area over the places from {@code begin} to before {@code end}. */
    static OptionalDouble of(double[] scores, boolean[] positives, int begin, int end) {
        var order = Order.ascending(scores, begin, end);
        long ones = 0;
        double ranks = 0;
        for (int first = 0; first < order.length; ) {
            int last = first;
            int tied = 0;
            while (last < order.length && scores[order[last]] == scores[order[first]]) {
                tied += positives[order[last++]] ? 1 : 0;
            }
            ranks += tied * (first + 1 + last) / 2.0;
            ones += tied;
            first = last;
        }
        long zeros = order.length - ones;
        return ones == 0 || zeros == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((ranks - ones * (ones + 1) / 2.0) / ones / zeros);
    }
}
