package org.kanmai.ranking.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What back-propagation says of each kind of weight is what the loss does when that weight is moved a little. */
class GradientTests {
    private static final SequenceShape SHAPE = new SequenceShape(8, 2, 5, 100);
    private static final List<int[]> SEQUENCES =
            List.of(new int[] {0, 1, 2, 3, 4, 5}, new int[] {6, 7}, new int[] {3, 8, 1, 9}, new int[] {5});
    private static final float STEP = 4e-3f;

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void weightsHaveTheGradientsOfFiniteDifferences(int negatives) {
        var trainer = trainer(new SequenceTraining(1e-3, 0, negatives, 5), new VectorKernels());
        check(trainer);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void theyHaveThemWhereSomeActivationsAreLeftOutAndWithPlainLoops(int negatives) {
        var trainer = trainer(new SequenceTraining(1e-3, 0.3, negatives, 6), new PlainKernels());
        check(trainer);
    }

    /** Makes weights that are large enough for the loss to bend. */
    private static SequenceTrainer trainer(SequenceTraining training, Kernels kernels) {
        var trainer = new SequenceTrainer(SHAPE, training, kernels);
        for (long item = 0; item < 10; item++) {
            trainer.items().learn(item);
        }
        var random = new SplittableRandom(3);
        float[] vectors = trainer.items().values();
        for (int each = 0; each < 10 * SHAPE.dimensions(); each++) {
            vectors[each] = (float) random.nextGaussian() * 0.5f;
        }
        for (var parameter : trainer.network().parameters()) {
            for (int each = 0; each < parameter.values.length; each++) {
                parameter.values[each] += (float) random.nextGaussian() * 0.2f;
            }
        }
        return trainer;
    }

    private static void check(SequenceTrainer trainer) {
        var pack = Pack.toLearn(SEQUENCES, SHAPE.length());
        int kind = 0;
        for (var parameter : trainer.network().parameters()) {
            for (int each = 0; each < parameter.values.length; each += 1 + parameter.values.length / 12) {
                trainer.forgetGradients();
                trainer.gradients(pack, 1);
                float told = parameter.gradients[each];
                assertThat(told)
                        .as("weight %d of parameter %d", each, kind)
                        .isCloseTo(
                                moved(trainer, pack, parameter.values, each), within(2e-3f + 0.02f * Math.abs(told)));
            }
            kind++;
        }
        for (int row = 0; row < 10; row++) {
            trainer.forgetGradients();
            trainer.gradients(pack, 1);
            int column = row % SHAPE.dimensions();
            float told = trainer.items().gradient(row, column);
            float seen = moved(trainer, pack, trainer.items().values(), row * SHAPE.dimensions() + column);
            assertThat(told).as("item %d", row).isCloseTo(seen, within(2e-3f + 0.02f * Math.abs(told)));
        }
    }

    private static float moved(SequenceTrainer trainer, Pack pack, float[] values, int at) {
        float former = values[at];
        values[at] = former + STEP;
        double above = trainer.gradients(pack, 1);
        values[at] = former - STEP;
        double below = trainer.gradients(pack, 1);
        values[at] = former;
        return (float) ((above - below) / (2 * STEP));
    }
}
