package org.kanmai.ranking.sequence;

/**
 * How an encoder of sequences learns.
 *
 * @param learningRate of Adam
 * @param dropout share of activations that is left out while learning
 * @param negatives items drawn evenly that a next item is told from: with one, by binary cross-entropy and drawn for
 *     each place, as the paper does; with more, by a softmax over those that some hundred places share
 * @param seed of all chance
 */
public record SequenceTraining(double learningRate, double dropout, int negatives, long seed) {
    private static final int MOST_NEGATIVES = 4_096;

    public SequenceTraining {
        if (!(learningRate > 0 && learningRate <= 1)) {
            throw new IllegalArgumentException("a learning rate must lie in (0, 1], not " + learningRate);
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("a share left out must lie in [0, 1), not " + dropout);
        }
        if (negatives < 1 || negatives > MOST_NEGATIVES) {
            throw new IllegalArgumentException(
                    "negatives must lie in 1..%d, not %d".formatted(MOST_NEGATIVES, negatives));
        }
    }

    /** Returns what learned fastest on the sets of docs/ranking-sequences.md. */
    public static SequenceTraining usual(long seed) {
        return new SequenceTraining(3e-3, 0.2, 256, seed);
    }
}
