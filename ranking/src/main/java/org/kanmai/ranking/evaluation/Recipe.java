package org.kanmai.ranking.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.kanmai.ranking.evaluation.kuairand.Impression;
import org.kanmai.ranking.network.Network;
import org.kanmai.ranking.network.NetworkSettings;
import org.kanmai.ranking.network.Shape;
import org.kanmai.ranking.network.Trainer;

/**
 * How a network is learned from a log of some days.
 *
 * @param batch examples of a mini-batch
 * @param epochs most times that each example is seen
 */
public record Recipe(
        int dimension,
        List<Integer> hidden,
        double rate,
        double embeddingRate,
        double l2,
        int entry,
        int batch,
        int epochs) {
    /** What is tried, as many as of any other model. */
    public static final List<Recipe> GRID = List.of(
            new Recipe(8, List.of(64, 32), 1e-3, 0.02, 1e-5, 10, 256, 3),
            new Recipe(8, List.of(64, 32), 1e-3, 0.02, 1e-4, 10, 256, 3),
            new Recipe(8, List.of(64, 32), 5e-4, 0.02, 1e-4, 20, 256, 4),
            new Recipe(4, List.of(64, 32), 1e-3, 0.02, 1e-5, 20, 256, 3),
            new Recipe(4, List.of(32), 1e-3, 0.02, 1e-4, 20, 256, 4),
            new Recipe(16, List.of(64, 32), 1e-3, 0.01, 1e-5, 10, 256, 3),
            new Recipe(8, List.of(128, 64), 5e-4, 0.01, 1e-4, 10, 128, 3),
            new Recipe(8, List.of(64, 32), 5e-4, 0.005, 1e-5, 20, 128, 3));

    private static final int ROWS = 1 << 17;
    private static final long TIME_TO_LIVE = 20_000_000;
    private static final int CACHED = 1 << 13;
    private static final int ATTENTION = 16;

    public Recipe {
        hidden = List.copyOf(hidden);
    }

    /** Learns, and tells of the network after each epoch, counted from 1. */
    public Network learn(Shape shape, List<Impression> impressions, long seed, BiConsumer<Integer, Network> told) {
        var trainer = new Trainer(shape, settings(seed));
        var shuffled = new ArrayList<>(impressions);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            Collections.shuffle(shuffled, new Random(seed * 31 + epoch));
            for (int from = 0; from < shuffled.size(); from += batch) {
                trainer.learn(shuffled.subList(from, Math.min(shuffled.size(), from + batch)).stream()
                        .map(Impression::example)
                        .toList());
            }
            told.accept(epoch, trainer.publish());
        }
        return trainer.publish();
    }

    /** Returns the same with another number of epochs. */
    public Recipe lasting(int epochsNow) {
        return new Recipe(dimension, hidden, rate, embeddingRate, l2, entry, batch, epochsNow);
    }

    private NetworkSettings settings(long seed) {
        return new NetworkSettings(
                dimension, hidden, ATTENTION, rate, embeddingRate, l2, seed, entry, ROWS, TIME_TO_LIVE, CACHED);
    }
}
