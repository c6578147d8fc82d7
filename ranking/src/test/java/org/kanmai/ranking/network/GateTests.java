package org.kanmai.ranking.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTests {
    private static final Shape SHAPE = new Shape(List.of(), List.of("work"), List.of(), 0, List.of("like"));
    private static final NetworkSettings SETTINGS =
            new NetworkSettings(4, List.of(8), 4, 0.02, 0.1, 0, 1, 1, 100, 1_000, 64);

    /** Works of even ids are liked. */
    private static List<Example> examples(int count, long odd) {
        var examples = new ArrayList<Example>();
        for (int at = 0; at < count; at++) {
            long work = 1L + at % 10;
            float label = work % 2 == odd ? 1 : 0;
            examples.add(new Example(new long[0], new long[0], new long[] {work}, new long[0], new float[] {label}));
        }
        return examples;
    }

    private static Trainer trained(long odd) {
        var trainer = new Trainer(SHAPE, SETTINGS);
        for (int step = 0; step < 100; step++) {
            trainer.learn(examples(50, odd));
        }
        return trainer;
    }

    @Test
    void aNetworkLikeTheFormerPasses() {
        var former = trained(0).publish();

        assertThat(Gate.reasonsAgainst(trained(0).publish(), Optional.of(former), examples(400, 0)))
                .isEmpty();
        assertThat(Gate.reasonsAgainst(former, Optional.empty(), List.of())).isEmpty();
    }

    @Test
    void aWorseOneIsToldFromTheFormerByItsLoss() {
        var former = trained(0).publish();

        assertThat(Gate.reasonsAgainst(trained(1).publish(), Optional.of(former), examples(400, 0)))
                .anySatisfy(reason -> assertThat(reason).contains("log-loss of like"));
    }

    /** Liked were 2 of 400: that one of two networks thinks it a little less likely says nothing, that one expects it always does. */
    @Test
    void ofWhatHardlyEverHappensALittleIsNoSign() {
        var trainer = trained(7);
        var former = trainer.publish();
        var held = examples(400, 7);
        held.set(0, examples(1, 1).getFirst());
        held.set(1, held.getFirst());

        trainer.dense()[trainer.dimensions().headBiases] -= 3;
        assertThat(Gate.reasonsAgainst(trainer.publish(), Optional.of(former), held))
                .isEmpty();
        trainer.dense()[trainer.dimensions().headBiases] += 20;
        assertThat(Gate.reasonsAgainst(trainer.publish(), Optional.of(former), held))
                .anySatisfy(reason -> assertThat(reason).contains("log-loss of like"));
    }

    @Test
    void oneThatTellsTooMuchIsNotCalibrated() {
        var trainer = trained(0);
        trainer.dense()[trainer.dimensions().headBiases] += 20;

        assertThat(Gate.reasonsAgainst(trainer.publish(), Optional.empty(), examples(400, 0)))
                .singleElement()
                .satisfies(reason -> assertThat(reason).contains("2.00 times as much like"));
    }

    @Test
    void weightsThatAreNoNumbersNeverPass() {
        var trainer = trained(0);
        trainer.dense()[3] = Float.NaN;

        assertThat(Gate.reasonsAgainst(trainer.publish(), Optional.empty(), List.of()))
                .hasSize(1);
    }
}
