package org.kanmai.ranking.evaluation.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Places that belong together. */
final class Groups {
    private Groups() {}

    /** Tells of the places of each key, keys and places in ascending order. */
    static void each(long[] keys, Consumer<int[]> told) {
        var places = IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparingLong(place -> keys[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int first = 0; first < places.length; ) {
            int last = first;
            while (last < places.length && keys[places[last]] == keys[places[first]]) {
                last++;
            }
            told.accept(Arrays.copyOfRange(places, first, last));
            first = last;
        }
    }
}
