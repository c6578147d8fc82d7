package org.kanmai.ranking.network;

import java.util.List;

/**
 * How large a network is and how it learns.
 *
 * @param dimension numbers an id is known by
 * @param hidden widths of the shared layers, the first sees the input
 * @param attention width of the layer that weighs the history
 * @param learningRate of the dense weights (Adam)
 * @param embeddingRate of what ids are known by (Adagrad, one sum of squares a row)
 * @param l2 weight decay of whatever a step touches
 * @param seed what the first weights are drawn from
 * @param entry how often an id is seen before it has a row of its own
 * @param capacity most rows of all fields together
 * @param timeToLive after how many examples without it an id may lose its row
 * @param cachedItems most items whose part of the first layer a published network keeps
 */
public record NetworkSettings(
        int dimension,
        List<Integer> hidden,
        int attention,
        double learningRate,
        double embeddingRate,
        double l2,
        long seed,
        int entry,
        int capacity,
        long timeToLive,
        int cachedItems) {
    private static final int WIDEST = 4_096;
    private static final int MOST_LAYERS = 8;
    private static final int MOST_ROWS = 1 << 24;
    private static final int MOST_CACHED = 1 << 20;

    public NetworkSettings {
        hidden = List.copyOf(hidden);
        within("dimension", dimension, 1, 256);
        within("layers", hidden.size(), 1, MOST_LAYERS);
        hidden.forEach(width -> within("width of a layer", width, 1, WIDEST));
        within("attention", attention, 1, 512);
        rate("learning rate", learningRate);
        rate("embedding rate", embeddingRate);
        if (!(l2 >= 0 && l2 < 1)) {
            throw new IllegalArgumentException("a weight decay of " + l2);
        }
        within("entry", entry, 1, 255);
        within("capacity", capacity, 1, MOST_ROWS);
        within("time to live", timeToLive, 1, Long.MAX_VALUE);
        within("cached items", cachedItems, 1, MOST_CACHED);
    }

    /** Returns the settings of the product: 16 numbers an id, layers of 256, 128 and 64, a quarter of a million rows. */
    public static NetworkSettings usual() {
        return new NetworkSettings(
                16, List.of(256, 128, 64), 32, 0.001, 0.05, 1e-6, 1, 3, 1 << 18, 20_000_000, 1 << 15);
    }

    private static void within(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " of " + value + ", not within " + least + " and " + most);
        }
    }

    private static void rate(String what, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("a " + what + " of " + value);
        }
    }
}
