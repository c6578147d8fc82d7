package org.kanmai.ranking.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LearningTests {
    private static final Shape SHAPE = new Shape(List.of("viewer"), List.of("work"), List.of(), 6, List.of("like"));
    private static final NetworkSettings SETTINGS =
            new NetworkSettings(8, List.of(32, 16), 16, 0.005, 0.1, 0, 1, 1, 1_000, 1_000_000, 64);

    @Test
    void learnsWhatNeitherViewerNorItemSaysAlone() {
        assertThat(areaAfter(LearningTests::exclusive)).isGreaterThan(0.95);
    }

    @Test
    void learnsFromTheHistoryWhatNothingElseSays() {
        assertThat(areaAfter(LearningTests::likeThePast)).isGreaterThan(0.9);
    }

    private interface Truth {
        Example next(SplittableRandom chance);
    }

    /** Liked if one of viewer and work is odd. */
    private static Example exclusive(SplittableRandom chance) {
        long viewer = 1 + chance.nextInt(20);
        long work = 1 + chance.nextInt(20);
        return new Example(
                new long[] {viewer}, new long[0], new long[] {work}, new long[0], new float[] {(viewer ^ work) & 1});
    }

    /** Liked if the work is of the one of four kinds that all of the history is of; half of them are. */
    private static Example likeThePast(SplittableRandom chance) {
        long kind = chance.nextInt(4);
        boolean same = chance.nextBoolean();
        long other = same ? kind : (kind + 1 + chance.nextInt(3)) % 4;
        long[] history = new long[2 + chance.nextInt(5)];
        for (int back = 0; back < history.length; back++) {
            history[back] = ofKind(kind, chance);
        }
        return new Example(
                new long[] {1}, history, new long[] {ofKind(other, chance)}, new long[0], new float[] {same ? 1 : 0});
    }

    private static long ofKind(long kind, SplittableRandom chance) {
        return 4 + kind + 4 * chance.nextInt(8);
    }

    private static double areaAfter(Truth truth) {
        var chance = new SplittableRandom(11);
        var trainer = new Trainer(SHAPE, SETTINGS);
        for (int step = 0; step < 400; step++) {
            trainer.learn(some(truth, chance, 64));
        }
        var network = trainer.publish();
        var positive = new ArrayList<Float>();
        var negative = new ArrayList<Float>();
        for (var example : some(truth, chance, 400)) {
            float told = network.score(example.viewer(), example.history(), List.of(Sample.candidate(example)))[0][0];
            (example.label(0) > 0 ? positive : negative).add(told);
        }
        double wins = 0;
        for (float one : positive) {
            for (float other : negative) {
                wins += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return wins / positive.size() / negative.size();
    }

    private static List<Example> some(Truth truth, SplittableRandom chance, int count) {
        var examples = new ArrayList<Example>();
        for (int at = 0; at < count; at++) {
            examples.add(truth.next(chance));
        }
        return examples;
    }

    private static Example of(long viewer, long work, float label) {
        return new Example(new long[] {viewer}, new long[0], new long[] {work}, new long[0], new float[] {label});
    }

    @Test
    void anIdHasARowOfItsOwnOnceItWasSeenOftenEnough() {
        var trainer = new Trainer(SHAPE, settings(3, 100, 1_000));
        trainer.learn(List.of(of(0, 5, 1), of(0, 5, 0)));
        assertThat(trainer.rows()).isZero();
        trainer.learn(List.of(of(0, 5, 1)));
        assertThat(trainer.rows()).isEqualTo(1);
    }

    @Test
    void rareIdsAreAllTheSame() {
        var trainer = new Trainer(SHAPE, settings(3, 100, 1_000));
        trainer.learn(List.of(of(1, 5, 1), of(2, 6, 0)));
        var network = trainer.publish();
        var scores = network.score(new long[] {7}, new long[] {9}, List.of(candidate(8), candidate(-3), candidate(0)));

        assertThat(scores[0]).isEqualTo(scores[1]).isNotEqualTo(scores[2]);
    }

    @Test
    void theOldestRowsMakeRoomAndNoMoreThanTheCapacityAreHeld() {
        var trainer = new Trainer(SHAPE, settings(1, 10, 1_000));
        for (long work = 1; work <= 50; work++) {
            trainer.learn(List.of(of(0, work, 1)));
        }

        assertThat(trainer.rows()).isEqualTo(10);
        assertThat(trainer.evicted()).isEqualTo(40);
    }

    @Test
    void aRowIsFreedWhenItsIdWasNotSeenForLong() {
        var trainer = new Trainer(SHAPE, settings(1, 10, 20));
        trainer.learn(List.of(of(0, 5, 1)));
        for (int step = 0; step < 40; step++) {
            trainer.learn(List.of(of(0, 6, 1)));
        }

        assertThat(trainer.rows()).isEqualTo(1);
        assertThat(trainer.evicted()).isEqualTo(1);
    }

    @Test
    void aBatchWithAnImpossibleLabelIsRefusedAndChangesNothing() {
        var trainer = new Trainer(SHAPE, SETTINGS);
        trainer.learn(List.of(of(1, 5, 1)));
        float[] before = trainer.dense().clone();
        float[] rows = trainer.embeddings().weights().clone();

        assertThat(trainer.learn(List.of(of(1, 5, 1), of(1, 6, Float.POSITIVE_INFINITY))))
                .containsOnly(Double.NaN);
        assertThat(trainer.learn(List.of(of(1, 5, 2)))).containsOnly(Double.NaN);
        assertThat(trainer.refused()).isEqualTo(2);
        assertThat(trainer.learned()).isEqualTo(1);
        assertThat(trainer.dense()).isEqualTo(before);
        assertThat(trainer.embeddings().weights()).isEqualTo(rows);
    }

    @Test
    void aBatchWhoseSlopesAreNoNumbersIsRefused() {
        var trainer = new Trainer(SHAPE, SETTINGS);
        trainer.learn(List.of(of(1, 5, 1)));
        trainer.dense()[trainer.dimensions().biases[1]] = Float.NaN;
        float[] before = trainer.dense().clone();

        assertThat(trainer.learn(List.of(of(1, 5, 1)))).containsOnly(Double.NaN);
        assertThat(trainer.refused()).isEqualTo(1);
        assertThat(trainer.dense()).isEqualTo(before);
    }

    @Test
    void unknownLabelsAreSkippedAndAnEmptyBatchIsNothing() {
        var trainer = new Trainer(SHAPE, SETTINGS);
        float[] heads = trainer.dense().clone();

        assertThat(trainer.learn(List.of(of(1, 5, Example.UNKNOWN)))).containsOnly(Double.NaN);
        assertThat(trainer.learn(List.of())).containsOnly(Double.NaN);
        assertThat(trainer.refused()).isZero();
        assertThat(trainer.dense()).isEqualTo(heads);
    }

    @Test
    void refusesWhatDoesNotFitTheShape() {
        var trainer = new Trainer(SHAPE, SETTINGS);
        var wrong = new Example(new long[2], new long[0], new long[1], new long[0], new float[1]);

        assertThatThrownBy(() -> trainer.learn(List.of(wrong))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> trainer.publish()
                        .score(
                                new long[1],
                                new long[0],
                                List.of(Sample.candidate(new Example(
                                        new long[1], new long[0], new long[0], new long[0], new float[1])))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameExamplesMakeTheSameNetwork() {
        var one = new Trainer(Sample.SHAPE, Sample.settings());
        var other = new Trainer(Sample.SHAPE, Sample.settings());
        for (int step = 0; step < 50; step++) {
            assertThat(one.learn(Sample.examples(64, step))).isEqualTo(other.learn(Sample.examples(64, step)));
        }

        assertThat(one.dense()).isEqualTo(other.dense());
    }

    @Test
    void aScoreDoesNotDependOnWhatElseIsAsked() {
        var trainer = new Trainer(Sample.SHAPE, Sample.settings());
        trainer.learn(Sample.examples(64, 1));
        var network = trainer.publish();
        var candidates = Sample.examples(150, 2).stream().map(Sample::candidate).toList();
        float[][] together = network.score(new long[] {1, 2}, new long[] {3, 0, 4}, candidates);
        for (int at = 0; at < together.length; at++) {
            assertThat(network.score(new long[] {1, 2}, new long[] {3, 4}, List.of(candidates.get(at)))[0])
                    .isEqualTo(together[at]);
        }
    }

    @Test
    void aPublishedNetworkStaysAsItIs() {
        var trainer = new Trainer(SHAPE, SETTINGS);
        trainer.learn(List.of(of(1, 5, 1)));
        var network = trainer.publish();
        float[] before = network.score(new long[] {1}, new long[0], List.of(candidate(5)))[0];
        for (int step = 0; step < 10; step++) {
            trainer.learn(List.of(of(1, 5, 0)));
        }

        assertThat(network.score(new long[] {1}, new long[] {}, List.of(candidate(5)))[0])
                .isEqualTo(before);
    }

    private static Candidate candidate(long work) {
        return new Candidate(new long[] {work}, new long[0]);
    }

    private static NetworkSettings settings(int entry, int capacity, long timeToLive) {
        return new NetworkSettings(4, List.of(8), 4, 0.01, 0.05, 0, 1, entry, capacity, timeToLive, 64);
    }
}
