package org.kanmai.ranking.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.ranking.sequence.SequenceRecall;
import org.kanmai.ranking.sequence.SequenceShape;
import org.kanmai.ranking.sequence.SequenceTraining;

class RecallTests {
    private static final LightGcn.Settings SMOOTH = new LightGcn.Settings(16, 60, 2_048, 0.05, 1e-4, 10_000, 1);
    private static final TwoTower.Settings TOWERS = new TwoTower.Settings(16, 200, 64, 20, 0.1, 0.1, 10_000, 1);
    private static final RandomWalks.Settings WALKS = new RandomWalks.Settings(5_000, 50, 0.5, 0.2, 1);

    private static final SequenceRecall.Settings SEQUENCES = new SequenceRecall.Settings(
            new SequenceShape(16, 1, 20, 10_000), new SequenceTraining(1e-2, 0.1, 64, 1), 400, 60);

    private final Communities communities = new Communities(5);
    private final double popular = communities.recall(new Popularity(communities.likings()));

    private static ItemToItem itemToItem(Interactions likings) {
        var channel = new ItemToItem(ItemToItem.Settings.USUAL);
        for (int place = 0; place < likings.size(); place++) {
            channel.learn(likings.viewer(place), likings.work(place));
        }
        return channel;
    }

    @Test
    @Tag("TD-18")
    void neighboursFindMoreOfWhatIsLikedNextThanPopularityDoes() {
        assertThat(communities.recall(itemToItem(communities.likings()))).isGreaterThan(3 * popular);
    }

    @Test
    @Tag("TD-20")
    void walksOnTheGraphFindMoreThanPopularityDoes() {
        assertThat(communities.recall(new RandomWalks(communities.likings(), WALKS)))
                .isGreaterThan(3 * popular);
    }

    @Test
    @Tag("TD-20")
    void vectorsSmoothedByTheGraphFindMoreThanPopularityDoes() {
        assertThat(communities.recall(LightGcn.learn(communities.likings(), SMOOTH)))
                .isGreaterThan(3 * popular);
    }

    @Test
    void towersFindAWorkThatNobodyHasSeenAmongThoseOfItsTaste() {
        var towers = TwoTower.learn(communities.likings(), Contents.of(Communities.contents()), TOWERS);
        assertThat(communities.recall(towers)).isGreaterThan(3 * popular);
        var found = towers.recall(List.of(3_001L, 3_002L, 3_003L), Communities.WORKS);
        assertThat(found.stream().map(Recall.Found::work)).contains(3_000L + Communities.WORKS);
        assertThat(found.stream().filter(each -> each.work() / 1_000 == 3)).hasSizeGreaterThan(30);
    }

    /** Its fields say nothing of its taste; what its words say does, and where nothing is known of them it is found by its fields. */
    @Test
    @Tag("TD-26")
    void towersFindAWorkThatNobodyHasSeenByWhatItsWordsSay() {
        var fields = new HashMap<Long, List<Long>>();
        var meanings = new HashMap<Long, float[]>();
        var random = new Random(3);
        Communities.contents().forEach((work, told) -> {
            fields.put(work, List.of(told.getLast()));
            var meaning = new float[Communities.TASTES + 1];
            meaning[(int) (work / 1_000)] = 1;
            meaning[Communities.TASTES] = 2;
            for (int at = 0; at < meaning.length; at++) {
                meaning[at] += (float) (0.2 * random.nextGaussian());
            }
            meanings.put(work, meaning);
        });
        meanings.remove(3_004L);
        var asked = List.of(3_001L, 3_002L, 3_003L);
        var blind = TwoTower.learn(communities.likings(), Contents.of(fields), TOWERS);
        var reading = TwoTower.learn(communities.likings(), new Contents(fields, meanings), TOWERS);
        assertThat(ofTheirTaste(blind, asked)).isLessThan(20);
        assertThat(ofTheirTaste(reading, asked)).isGreaterThan(25);
        assertThat(reading.recall(asked, Communities.WORKS).stream().map(Recall.Found::work))
                .contains(3_000L + Communities.WORKS);
        assertThat(reading.recall(asked, 1_000).stream().map(Recall.Found::work))
                .contains(3_004L);
    }

    private static long ofTheirTaste(Recall channel, List<Long> asked) {
        return channel.recall(asked, Communities.WORKS).stream()
                .filter(each -> each.work() / 1_000 == 3)
                .count();
    }

    @Test
    @Tag("TD-26")
    void aSketchKeepsWhatIsAlikeApartFromWhatIsNot() {
        var random = new Random(5);
        var sketch = new Sketch(512);
        for (int round = 0; round < 20; round++) {
            var one = direction(random);
            var other = direction(random);
            var like = one.clone();
            Vectors.add(like, other, 0.3);
            assertThat(cosine(sketch.of(one), sketch.of(like))).isGreaterThan(0.8);
            assertThat(cosine(sketch.of(one), sketch.of(other))).isBetween(-0.5, 0.5);
        }
    }

    private static float[] direction(Random random) {
        var direction = new float[512];
        for (int at = 0; at < direction.length; at++) {
            direction[at] = (float) random.nextGaussian();
        }
        return direction;
    }

    private static double cosine(float[] one, float[] other) {
        return Vectors.dot(one, other) / Math.sqrt(Vectors.dot(one, one) * Vectors.dot(other, other));
    }

    @Test
    @Tag("TD-18")
    void theEncoderOfSequencesFindsMoreThanPopularityDoes() {
        assertThat(communities.recall(SequenceRecall.learn(communities.likings(), SEQUENCES)))
                .isGreaterThan(3 * popular);
    }

    @Test
    void whatSeveralChannelsPutHighComesFirst() {
        assertThat(Fusion.of(List.of(List.of(1L, 2L, 3L), List.of(3L, 4L), List.of(2L, 3L)), 3))
                .as("3 stands in all, 2 in two, 1 is first in one")
                .containsExactly(3L, 2L, 1L);
    }

    @Test
    void theNearestWorksAreThoseThatTheSameViewersLike() {
        var near = itemToItem(communities.likings()).neighbours(2_007, 10);
        assertThat(near.stream().filter(each -> each.work() / 1_000 == 2)).hasSizeGreaterThanOrEqualTo(9);
        assertThat(near).isSortedAccordingTo((one, other) -> Double.compare(other.score(), one.score()));
    }

    @Test
    void whatIsLearnedOnceMoreGivesTheSameAnswers() {
        var question = communities.history(7);
        var again = new Communities(5).likings();
        assertThat(itemToItem(again).recall(question, 30))
                .isEqualTo(itemToItem(communities.likings()).recall(question, 30));
        assertThat(new RandomWalks(again, WALKS).recall(question, 30))
                .isEqualTo(new RandomWalks(communities.likings(), WALKS).recall(question, 30));
        assertThat(LightGcn.learn(again, SMOOTH).recall(question, 30))
                .isEqualTo(LightGcn.learn(communities.likings(), SMOOTH).recall(question, 30));
        assertThat(TwoTower.learn(again, Contents.of(Communities.contents()), TOWERS)
                        .recall(question, 30))
                .isEqualTo(TwoTower.learn(communities.likings(), Contents.of(Communities.contents()), TOWERS)
                        .recall(question, 30));
    }

    @Test
    void nobodyIsOfferedWhatIsLikedAlreadyAndNoMoreThanIsAskedFor() {
        var question = communities.history(11);
        for (var channel : List.of(
                new Popularity(communities.likings()),
                itemToItem(communities.likings()),
                new RandomWalks(communities.likings(), WALKS),
                LightGcn.learn(communities.likings(), SMOOTH),
                TwoTower.learn(communities.likings(), Contents.of(Communities.contents()), TOWERS))) {
            var found = channel.recall(question, 25);
            assertThat(found).hasSizeLessThanOrEqualTo(25).isNotEmpty();
            assertThat(found.stream().map(Recall.Found::work))
                    .doesNotHaveDuplicates()
                    .doesNotContainAnyElementsOf(question);
            assertThat(channel.recall(question, 0)).isEmpty();
        }
    }

    @Test
    void whoeverLikedNothingKnownGetsNothing() {
        var none = new Interactions(10);
        for (var channel : List.of(
                itemToItem(none),
                new RandomWalks(none, WALKS),
                LightGcn.learn(none, SMOOTH),
                TwoTower.learn(none, Contents.of(Map.of()), TOWERS),
                new RandomWalks(communities.likings(), WALKS),
                LightGcn.learn(communities.likings(), SMOOTH))) {
            assertThat(channel.recall(List.of(), 10)).isEmpty();
            assertThat(channel.recall(List.of(-5L), 10)).isEmpty();
        }
    }

    @Test
    void beyondItsBoundsTheOldestIsForgotten() {
        var few = new Interactions(3);
        for (long work = 0; work < 5; work++) {
            few.add(1, work);
        }
        assertThat(few.size()).isEqualTo(3);
        assertThat(few.distinctWorks()).containsExactly(2, 3, 4);
        var small = new ItemToItem(new ItemToItem.Settings(2, 3, 5, 5, 2, 5, 0.1, 0));
        for (long work = 0; work < 20; work++) {
            small.learn(1, work);
        }
        assertThat(small.neighbours(19, 100)).hasSizeBetween(1, 3);
        assertThat(small.neighbours(3, 100)).isEmpty();
    }

    /** So many works, of which most are new; a viewer with so many likings asks. */
    @Test
    void aHundredThousandWorksAndTenThousandLikingsGiveNoMoreThanIsAskedFor() {
        var contents = new HashMap<Long, List<Long>>();
        var likings = new Interactions(10_000);
        for (long work = 0; work < 100_000; work++) {
            contents.put(work, List.of(1_000_000 + work % 500, 2_000_000 + work % 7));
            if (work < 10_000) {
                likings.add(work % 10, work);
            }
        }
        var asked = LongStream.range(0, 10_000).boxed().toList();
        var once = new TwoTower.Settings(8, 1, 16, 20, 0.1, 0.1, 1_000, 1);
        var towers = TwoTower.learn(likings, Contents.of(contents), once);
        for (var channel : List.of(towers, itemToItem(likings), new RandomWalks(likings, WALKS))) {
            var found = channel.recall(asked, 200);
            assertThat(found).hasSizeLessThanOrEqualTo(200);
            assertThat(found.stream().map(Recall.Found::work))
                    .doesNotHaveDuplicates()
                    .allMatch(work -> work >= 10_000);
        }
        assertThat(towers.recall(asked, 200)).hasSize(200);
        var older = LongStream.range(0, 20).boxed().toList();
        assertThat(new RandomWalks(likings, WALKS).recall(older, 200)).isEmpty();
    }

    /** Of who likes very much the graph remembers the newest; what was liked before them leads nowhere. */
    @Test
    void whatTheGraphHasForgottenLeadsNowhere() {
        var likings = new Interactions(1_000);
        for (long work = 0; work < 300; work++) {
            likings.add(1, work);
            likings.add(2, work % 20 + 280);
        }
        var few = new LightGcn.Settings(4, 1, 8, 0.1, 0, 1_000, 1);
        for (var channel : List.of(new RandomWalks(likings, WALKS), LightGcn.learn(likings, few))) {
            assertThat(channel.recall(List.of(0L), 10)).isEmpty();
            assertThat(channel.recall(List.of(299L, 0L), 10))
                    .isNotEmpty()
                    .allMatch(found -> Double.isFinite(found.score()));
        }
    }

    @Test
    void moreWorksThanMayHaveVectorsAreRefused() {
        var few = new LightGcn.Settings(4, 1, 1, 0.1, 0, 10, 1);
        assertThatThrownBy(() -> LightGcn.learn(communities.likings(), few))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("works are more than 10");
    }
}
