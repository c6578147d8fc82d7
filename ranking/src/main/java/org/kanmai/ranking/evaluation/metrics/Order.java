package org.kanmai.ranking.evaluation.metrics;

import java.util.Arrays;

/** Places in the order of their scores, equal ones in the order of their places. */
final class Order {
    private static final long LOW = 0xffffffffL;

    private Order() {}

    /** Returns the places from {@code begin} to before {@code end}, the lowest score first; NaN is refused. */
    static int[] ascending(double[] scores, int begin, int end) {
        var keys = new long[end - begin];
        for (int place = begin; place < end; place++) {
            keys[place - begin] = ((long) sortable(scores[place]) << Integer.SIZE) | place;
        }
        Arrays.sort(keys);
        return exact(Arrays.stream(keys).mapToInt(key -> (int) (key & LOW)).toArray(), scores);
    }

    /** Returns the places, the highest score first. */
    static int[] descending(double[] scores) {
        var turned = Arrays.stream(scores).map(score -> -score).toArray();
        return ascending(turned, 0, turned.length);
    }

    private static int sortable(double score) {
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("a score is not a number");
        }
        int bits = Float.floatToIntBits((float) score + 0f);
        return bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
    }

    /** Puts right what floats can't tell apart; few are moved and none far. */
    private static int[] exact(int[] places, double[] scores) {
        for (int at = 1; at < places.length; at++) {
            int place = places[at];
            int to = at;
            for (; to > 0 && scores[places[to - 1]] > scores[place]; to--) {
                places[to] = places[to - 1];
            }
            places[to] = place;
        }
        return places;
    }
}
