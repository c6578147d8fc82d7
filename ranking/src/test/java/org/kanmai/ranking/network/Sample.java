package org.kanmai.ranking.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small networks and made-up examples. */
final class Sample {
    static final Shape SHAPE = new Shape(
            List.of("viewer", "hour"), List.of("work", "creator"), List.of("affinity"), 4, List.of("hold", "like"));

    private Sample() {}

    static NetworkSettings settings(int entry, int capacity, long timeToLive) {
        return new NetworkSettings(3, List.of(7, 5), 5, 0.01, 0.05, 1e-4, 7, entry, capacity, timeToLive, 64);
    }

    static NetworkSettings settings() {
        return settings(1, 1_000, 1_000_000);
    }

    /** Returns examples of few ids, among them unknown ones, short histories and unknown labels. */
    static List<Example> examples(int count, long seed) {
        var chance = new SplittableRandom(seed);
        var examples = new ArrayList<Example>();
        for (int at = 0; at < count; at++) {
            long[] history = ids(chance, chance.nextInt(7), 9);
            float second = chance.nextInt(3) == 0 ? Example.UNKNOWN : chance.nextInt(2);
            examples.add(new Example(ids(chance, 2, 5), history, ids(chance, 2, 9), ids(chance, 1, 4), new float[] {
                chance.nextFloat(), second
            }));
        }
        return examples;
    }

    static long[] ids(SplittableRandom chance, int count, int bound) {
        return chance.longs(count, 0, bound).toArray();
    }

    static Candidate candidate(Example example) {
        return new Candidate(example.item(), example.cross());
    }
}
