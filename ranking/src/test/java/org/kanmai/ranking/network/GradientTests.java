package org.kanmai.ranking.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the trainer computes beside finite differences of the network's definition in double precision. */
class GradientTests {
    private static final double NEAR = 1e-6;
    private static final List<Example> EXAMPLES = Sample.examples(40, 3);

    private final Trainer trainer = warm(Kernels.fastest(""));

    /** Some steps away from where all is small and symmetric. */
    private static Trainer warm(Kernels kernels) {
        var trainer = new Trainer(Sample.SHAPE, Sample.settings(), kernels);
        for (int step = 0; step < 20; step++) {
            trainer.learn(Sample.examples(40, step));
        }
        return trainer;
    }

    @Test
    void theLossIsThatOfTheDefinition() {
        assertThat(trainer.slopes(EXAMPLES)).isTrue();

        assertThat(trainer.pass().losses[0] + trainer.pass().losses[1])
                .isCloseTo(new Reference(trainer).loss(EXAMPLES), within(1e-4));
    }

    @Test
    void everyDenseSlopeIsThatOfFiniteDifferences() {
        slopesOfDense(trainer);
    }

    @Test
    void everyDenseSlopeOfPlainLoopsIsThatOfFiniteDifferences() {
        slopesOfDense(warm(new PlainKernels()));
    }

    private static void slopesOfDense(Trainer trainer) {
        trainer.slopes(EXAMPLES);
        var reference = new Reference(trainer);
        for (int place = 0; place < reference.dense.length; place++) {
            double told = trainer.pass().slopes[place];
            assertThat(told)
                    .as("dense parameter %d", place)
                    .isCloseTo(difference(reference, reference.dense, place), within(1e-4 + 1e-3 * Math.abs(told)));
        }
    }

    @Test
    void everySlopeOfARowIsThatOfFiniteDifferences() {
        trainer.slopes(EXAMPLES);
        var reference = new Reference(trainer);
        int size = trainer.dimensions().dimension;
        for (int place = 0; place < trainer.batch().places; place++) {
            for (int number = 0; number < size; number++) {
                double told = trainer.pass().rowSlopes[place * size + number];
                int at = trainer.batch().rows[place] * size + number;
                assertThat(told)
                        .as("number %d of row %d", number, trainer.batch().rows[place])
                        .isCloseTo(difference(reference, reference.rows, at), within(1e-4 + 1e-3 * Math.abs(told)));
            }
        }
    }

    private static double difference(Reference reference, double[] parameters, int place) {
        double value = parameters[place];
        parameters[place] = value + NEAR;
        double above = reference.loss(EXAMPLES);
        parameters[place] = value - NEAR;
        double below = reference.loss(EXAMPLES);
        parameters[place] = value;
        return (above - below) / (2 * NEAR);
    }

    @Test
    void aPublishedNetworkTellsWhatTheDefinitionTells() {
        var network = trainer.publish();
        var reference = new Reference(trainer);
        for (var example : EXAMPLES) {
            float[] told = network.score(example.viewer(), example.history(), List.of(Sample.candidate(example)))[0];
            double[] defined =
                    reference.probabilities(example.viewer(), example.history(), example.item(), example.cross());
            for (int task = 0; task < told.length; task++) {
                assertThat((double) told[task]).isCloseTo(defined[task], within(1e-5));
            }
        }
    }
}
