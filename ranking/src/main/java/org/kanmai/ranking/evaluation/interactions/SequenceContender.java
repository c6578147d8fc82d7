package org.kanmai.ranking.evaluation.interactions;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.kanmai.ranking.sequence.BatchOutcome;
import org.kanmai.ranking.sequence.SequenceEncoder;
import org.kanmai.ranking.sequence.SequenceShape;
import org.kanmai.ranking.sequence.SequenceTrainer;
import org.kanmai.ranking.sequence.SequenceTraining;
import org.kanmai.ranking.sequence.Windows;

/** The encoder of sequences as it was after the pass over all training that chose best. */
public final class SequenceContender implements Contender {
    /** Sequences learned at once. */
    static final int BATCH = 128;

    /** So many passes that choose no better end the training, as in the paper. */
    private static final int PATIENCE = 20;

    private final SequenceEncoder encoder;

    SequenceContender(SequenceEncoder encoder) {
        this.encoder = encoder;
    }

    /** What is told after each pass. */
    public interface Progress {

        /** Tells of a pass, its mean loss and the discounted gain on the questions to choose by. */
        void passed(int pass, double loss, double validation);
    }

    /** Trains until the budget is spent or nothing gets better, and returns what chose best. */
    public static SequenceContender train(
            LeaveOneOut set, SequenceShape shape, SequenceTraining training, BooleanSupplier spent, Progress progress) {
        var run = new Run(set, shape, training, spent);
        for (int pass = 1; !spent.getAsBoolean() && run.sinceBest < PATIENCE; pass++) {
            double loss = run.pass();
            progress.passed(pass, loss, run.choose());
        }
        return run.best;
    }

    /** One training. */
    private static final class Run {
        private final LeaveOneOut set;
        private final List<long[]> windows;
        private final SequenceTrainer trainer;
        private final BooleanSupplier spent;
        private final Random random;
        private SequenceContender best;
        private double bestGain = -1;
        private int sinceBest;

        Run(LeaveOneOut set, SequenceShape shape, SequenceTraining training, BooleanSupplier spent) {
            this.set = set;
            this.spent = spent;
            windows = Windows.of(set.training(), shape.length());
            trainer = new SequenceTrainer(shape, training);
            random = new Random(training.seed());
            best = new SequenceContender(trainer.publish());
        }

        double pass() {
            Collections.shuffle(windows, random);
            double sum = 0;
            long places = 0;
            for (int from = 0; from < windows.size() && !spent.getAsBoolean(); from += BATCH) {
                var batch = windows.subList(from, Math.min(windows.size(), from + BATCH));
                if (trainer.learn(batch) instanceof BatchOutcome.Learned learned) {
                    sum += learned.places() * learned.loss();
                    places += learned.places();
                }
            }
            return sum / Math.max(1, places);
        }

        double choose() {
            var now = new SequenceContender(trainer.publish());
            double gain = Answers.of(now, set.validation()).meanNdcg();
            sinceBest++;
            if (gain > bestGain) {
                best = now;
                bestGain = gain;
                sinceBest = 0;
            }
            return gain;
        }
    }

    @Override
    public List<float[]> scores(List<Question> questions) {
        return questions.stream()
                .map(each -> encoder.scores(encoder.encode(each.history()), each.candidates()))
                .toList();
    }
}
