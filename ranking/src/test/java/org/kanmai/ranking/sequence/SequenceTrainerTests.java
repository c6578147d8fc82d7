package org.kanmai.ranking.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SequenceTrainerTests {
    private static final SequenceShape SHAPE = new SequenceShape(16, 1, 10, 2_000);
    private static final SequenceTraining TRAINING = new SequenceTraining(3e-3, 0.1, 16, 7);
    private static final int ITEMS = 40;

    /** After item i comes i + 7 in nine of ten cases, and anything else; all are equally popular. */
    private static long[] chain(SplittableRandom random, int length) {
        var chain = new long[length];
        chain[0] = random.nextInt(ITEMS);
        for (int each = 1; each < length; each++) {
            chain[each] = random.nextInt(10) > 0 ? after(chain[each - 1]) : random.nextInt(ITEMS);
        }
        return chain;
    }

    private static long after(long item) {
        return (item + 7) % ITEMS;
    }

    private static SequenceTrainer trained(int batches) {
        var trainer = new SequenceTrainer(SHAPE, TRAINING);
        learn(trainer, 0, batches);
        return trainer;
    }

    private static void learn(SequenceTrainer trainer, int from, int to) {
        for (int batch = from; batch < to; batch++) {
            trainer.learn(batch(batch));
        }
    }

    private static List<long[]> batch(int number) {
        var random = new SplittableRandom(1_000 + number);
        var batch = new ArrayList<long[]>();
        for (int each = 0; each < 32; each++) {
            batch.add(chain(random, 8));
        }
        return batch;
    }

    @Test
    void itLearnsWhatComesAfterWhat() {
        var encoder = trained(150).publish();
        var random = new SplittableRandom(5);
        int right = 0;
        for (int each = 0; each < 100; each++) {
            var chain = chain(random, 8);
            var first = encoder.top(encoder.encode(chain), 1, Set.of()).getFirst();
            right += first.work() == after(chain[7]) ? 1 : 0;
        }
        // The most popular item would be right in 3 of 100.
        assertThat(right).isGreaterThan(90);
    }

    @Test
    void whatComesLaterChangesNothingBefore() {
        var trainer = trained(3);
        var whole = placesOf(trainer, new int[] {0, 1, 2, 3, 4, 5});
        var other = placesOf(trainer, new int[] {0, 1, 2, 9, 8, 7});
        int width = SHAPE.dimensions();
        assertThat(Arrays.copyOf(whole, 3 * width)).containsExactly(Arrays.copyOf(other, 3 * width));
        assertThat(whole[3 * width]).isNotEqualTo(other[3 * width]);
    }

    private static float[] placesOf(SequenceTrainer trainer, int[] rows) {
        var trace = trainer.network().trace();
        trainer.network().forward(Pack.toRead(List.of(rows), SHAPE.length()), trainer.items(), trace, Dropout.NONE);
        return trace.out().clone();
    }

    @Test
    void sequencesOfABatchDoNotSeeEachOther() {
        var trainer = trained(3);
        var trace = trainer.network().trace();
        var both = Pack.toRead(List.of(new int[] {4, 5, 6}, new int[] {1, 2}), SHAPE.length());
        trainer.network().forward(both, trainer.items(), trace, Dropout.NONE);
        int width = SHAPE.dimensions();
        assertThat(Arrays.copyOfRange(trace.out(), 3 * width, 5 * width))
                .containsExactly(placesOf(trainer, new int[] {1, 2}), offset(1e-5f));
    }

    @Test
    void theSameSeedLearnsTheSame() {
        var one = trained(5).publish();
        var other = trained(5).publish();
        assertThat(one.encode(new long[] {1, 2, 3})).containsExactly(other.encode(new long[] {1, 2, 3}));
    }

    @Test
    void chanceIsAnotherInEachBatch() {
        assertThat(Seeds.random(1, 2).ints(200).boxed().toList())
                .doesNotContainAnyElementsOf(
                        Seeds.random(1, 3).ints(200).boxed().toList());
    }

    @Test
    void learningGoesOnFromASnapshotAsIfNothingHadHappened() throws IOException {
        var straight = trained(8);
        var resumed = SequenceTrainer.read(new ByteArrayInputStream(written(trained(4))), TRAINING);
        learn(resumed, 4, 8);
        assertThat(resumed.steps()).isEqualTo(8);
        assertThat(Arrays.equals(written(resumed), written(straight))).isTrue();
    }

    @Test
    void whatWasPublishedStaysAsItWas() {
        var trainer = trained(2);
        var encoder = trainer.publish();
        var before = encoder.encode(new long[] {1, 2});
        learn(trainer, 2, 4);
        assertThat(encoder.encode(new long[] {1, 2})).containsExactly(before);
        assertThat(trainer.publish().encode(new long[] {1, 2})).isNotEqualTo(before);
    }

    @Test
    void aSnapshotThatWasChangedOrCutIsNotRead() throws IOException {
        var snapshot = written(trained(1));
        for (int place : new int[] {0, 9, 60, snapshot.length / 2, snapshot.length - 1}) {
            var changed = snapshot.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> SequenceTrainer.read(new ByteArrayInputStream(changed), TRAINING))
                    .as("byte %d", place)
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() ->
                        SequenceTrainer.read(new ByteArrayInputStream(snapshot, 0, snapshot.length - 20), TRAINING))
                .isInstanceOf(IOException.class);
    }

    private static byte[] written(SequenceTrainer trainer) throws IOException {
        var out = new ByteArrayOutputStream();
        trainer.write(out);
        return out.toByteArray();
    }

    @Test
    void aBatchWithoutAFiniteLossIsRefusedAndMovesNothing() {
        var trainer = trained(2);
        float former = trainer.items().values()[0];
        trainer.items().values()[0] = Float.NaN;
        assertThat(trainer.learn(batch(3))).isInstanceOf(BatchOutcome.Refused.class);
        trainer.items().values()[0] = former;
        var untouched = trained(2);
        assertThat(weights(trainer)).containsExactly(weights(untouched));
        assertThat(trainer.learn(batch(4))).isEqualTo(untouched.learn(batch(4)));
    }

    private static float[] weights(SequenceTrainer trainer) {
        return trainer.publish().encode(new long[] {1, 2, 3, 4});
    }

    @Test
    void sequencesOfNothingOrOneTeachNothing() {
        var trainer = new SequenceTrainer(SHAPE, TRAINING);
        assertThat(trainer.learn(List.of())).isEqualTo(new BatchOutcome.Nothing());
        assertThat(trainer.learn(List.of(new long[0], new long[] {5}))).isEqualTo(new BatchOutcome.Nothing());
    }

    @Test
    void whoAsksWithoutAKnownItemGetsAVectorOfZeros() {
        var encoder = trained(1).publish();
        assertThat(encoder.encode(new long[0])).containsOnly(0);
        assertThat(encoder.encode(new long[] {-4, 1_000_000})).containsOnly(0);
    }

    @Test
    void unknownItemsArePassedOverAndScoreLowest() {
        var encoder = trained(1).publish();
        var vector = encoder.encode(new long[] {3, 77_777, 4});
        assertThat(vector).containsExactly(encoder.encode(new long[] {3, 4}));
        assertThat(encoder.scores(vector, new long[] {77_777})).containsExactly(Float.NEGATIVE_INFINITY);
    }

    @Test
    void onlyTheNewestItemsOfALongSequenceCount() {
        var encoder = trained(1).publish();
        var sequence = new long[30];
        for (int each = 0; each < 30; each++) {
            sequence[each] = each;
        }
        assertThat(encoder.encode(sequence)).containsExactly(encoder.encode(Arrays.copyOfRange(sequence, 20, 30)));
    }

    @Test
    void theTopIsInOrderAndLacksWhatIsLeftOut() {
        var encoder = trained(3).publish();
        var vector = encoder.encode(new long[] {1, 2, 3});
        long left = encoder.top(vector, 1, Set.of()).getFirst().work();
        var top = encoder.top(vector, 5, Set.of(left));
        assertThat(top).hasSize(5).noneMatch(each -> each.work() == left);
        assertThat(top).isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));
        assertThat(encoder.scores(vector, new long[] {top.getFirst().work()}))
                .containsExactly((float) top.getFirst().score());
    }

    @Test
    void aFullTableForgetsWhatWasLearnedLongestAgo() {
        var table = new ItemTable(8, 3, 1);
        for (long item : new long[] {1, 2, 3, 1, 4}) {
            table.learn(item);
        }
        assertThat(table.rows().keySet()).containsExactly(3L, 1L, 4L);
        assertThat(table.rows().values()).doesNotHaveDuplicates();
    }

    @Test
    void aBatchThatCouldOutgrowTheTableIsRefused() {
        var trainer = new SequenceTrainer(new SequenceShape(8, 1, 10, 20), TRAINING);
        var sequence = new long[11];
        assertThatIllegalArgumentException().isThrownBy(() -> trainer.learn(List.of(sequence, sequence)));
    }
}
