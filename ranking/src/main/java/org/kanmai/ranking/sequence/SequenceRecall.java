package org.kanmai.ranking.sequence;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.kanmai.ranking.recall.Interactions;
import org.kanmai.ranking.recall.Recall;

/** What may come next after what a viewer liked, by an encoder of sequences (SASRec: Kang and McAuley, ICDM 2018). */
public final class SequenceRecall implements Recall {
    private static final int BATCH = 128;

    private final SequenceEncoder encoder;

    private SequenceRecall(SequenceEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * How it learns.
     *
     * @param batches most of them, each of 128 sequences at most
     * @param passes over all sequences, unless the batches are spent before
     */
    public record Settings(SequenceShape shape, SequenceTraining training, int batches, int passes) {
        /** Some twenty seconds. */
        public static final Settings USUAL = new Settings(SequenceShape.USUAL, SequenceTraining.usual(1), 1_000, 20);
    }

    /** Learns; what it then knows doesn't change. */
    public static SequenceRecall learn(Interactions interactions, Settings settings) {
        var trainer = new SequenceTrainer(settings.shape(), settings.training());
        var windows = Windows.of(interactions.sequences(), settings.shape().length());
        var random = new Random(settings.training().seed());
        int left = settings.batches();
        for (int pass = 0; pass < settings.passes() && left > 0; pass++) {
            Collections.shuffle(windows, random);
            for (int from = 0; from < windows.size() && left > 0; from += BATCH, left--) {
                trainer.learn(windows.subList(from, Math.min(windows.size(), from + BATCH)));
            }
        }
        return new SequenceRecall(trainer.publish());
    }

    @Override
    public List<Found> recall(List<Long> liked, int most) {
        var known = new HashSet<>(liked);
        var vector = encoder.encode(
                liked.reversed().stream().mapToLong(Long::longValue).toArray());
        for (float number : vector) {
            if (number != 0) {
                return encoder.top(vector, most, known);
            }
        }
        return List.of();
    }
}
