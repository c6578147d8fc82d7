package org.kanmai.ranking.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Source;
import org.kanmai.ranking.features.Head;
import org.kanmai.ranking.features.SiteShape;
import org.kanmai.ranking.network.NetworkSettings;
import org.kanmai.ranking.network.Shape;
import org.kanmai.ranking.network.Snapshot;
import org.kanmai.ranking.network.Spoiled;
import org.kanmai.ranking.network.Trainer;

class LearnerTests {
    private static final NetworkSettings SMALL =
            new NetworkSettings(8, List.of(32, 16), 8, 0.005, 0.1, 1e-6, 1, 2, 4_096, 1_000_000, 64);

    private static boolean isRead(int partition) {
        return partition >= 0;
    }

    private static Learner learned(Learner learner, List<Fact> log, int from, int to) {
        for (int at = from; at < to; at++) {
            learner.take(3, at, Optional.of(log.get(at)));
            learner.learn(Past.NOON.plusSeconds(at / 3), LearnerTests::isRead);
        }
        return learner;
    }

    @Test
    @Tag("TD-23")
    void whatIsWatchedIsToldApartFromWhatIsLeft() {
        var learner = learned(Learner.begin(SMALL), Past.log(6_000, 20, 7), 0, 18_000);
        assertThat(learner.learned()).isGreaterThan(5_000);
        var judged = learner.judge(learner.publish()).stream()
                .filter(each -> each.head() == Head.COMPLETION)
                .findFirst()
                .orElseThrow();
        assertThat(judged.auc().orElseThrow()).as("0.9 can be known").isGreaterThan(0.85);
        assertThat(judged.told()).isBetween(0.8 * judged.observed(), 1.25 * judged.observed());
        assertThat(learner.reasonsAgainst(learner.publish(), Optional.empty())).isEmpty();
    }

    @Test
    void whoGoesOnFromASnapshotComesToTheSameWeightsAndLearnsNoFactTwice(@TempDir Path folder) throws IOException {
        var log = Past.log(800, 20, 7);
        var whole = learned(Learner.begin(SMALL), log, 0, log.size());
        var half = learned(Learner.begin(SMALL), log, 0, 1_111);
        half.snapshot().write(folder.resolve("half"));
        var resumed = Learner.resume(Snapshot.read(folder.resolve("half"))).orElseThrow();
        assertThat(resumed.next()).containsEntry(3, 1_111L);
        learned(resumed, log, 900, log.size());
        assertThat(resumed.learned()).isEqualTo(whole.learned());
        whole.snapshot().write(folder.resolve("whole"));
        resumed.snapshot().write(folder.resolve("resumed"));
        assertThat(Files.mismatch(folder.resolve("resumed"), folder.resolve("whole")))
                .isEqualTo(-1);
    }

    /** Read in one piece long after it happened, it teaches the same: what was not read yet is not taken for what did not happen. */
    @Test
    void aLogThatIsReadLateTeachesWhatHappened() {
        var late = Past.NOON.plusSeconds(86_400);
        var learner = Learner.begin(SMALL);
        var log = Past.log(400, 20, 7);
        for (int at = 0; at < log.size(); at++) {
            learner.take(3, at, Optional.of(log.get(at)));
            learner.learn(late, partition -> false);
        }
        learner.learn(late, LearnerTests::isRead);
        var held = learner.judge(learner.publish()).getFirst();
        assertThat(held.observed()).as("half of all are held").isBetween(0.3, 0.7);
    }

    @Test
    void weightsGoOnWhereWhatWasInBetweenIsSkipped() {
        var learner = learned(Learner.begin(SMALL), Past.log(800, 20, 7), 0, 2_400);
        long learned = learner.learned();
        learner.skipTo(Map.of(3, 9_000L, 4, 10L));
        assertThat(learner.next()).containsExactly(Map.entry(3, 9_000L), Map.entry(4, 10L));
        learner.take(3, 8_999, Optional.of(Past.served(1, 1, Source.FRESH, Past.NOON)));
        assertThat(learner.learned()).isEqualTo(learned);
        assertThat(learner.waiting()).isZero();
    }

    /** Nothing is learned with weights that are no numbers, nothing of them is published, and it is said that this goes on. */
    @Test
    void weightsThatAreNoNumbersRefuseEachBatchAndSayThatNothingCanBeLearned() {
        var log = Past.log(3_200, 20, 7);
        var sound = learned(Learner.begin(SMALL), log, 0, 2_400);
        assertThat(sound.refused()).isZero();
        var spoiled = Learner.resume(Spoiled.of(sound.snapshot())).orElseThrow();
        learned(spoiled, log, 2_400, log.size());
        assertThat(spoiled.learned()).isEqualTo(sound.learned());
        assertThat(spoiled.refused()).isGreaterThanOrEqualTo(8);
        assertThat(spoiled.isStuck()).isTrue();
        assertThat(spoiled.reasonsAgainst(spoiled.publish(), Optional.of(sound.publish())))
                .containsExactly("some of its weights are not finite");
        assertThat(sound.isStuck()).isFalse();
    }

    /** One page a second, each watched at once; of 256 that make a batch the first waited the longest, the last hardly. */
    @Test
    @Tag("TD-23")
    void itIsToldHowLongAFactWaitedForItsLesson() {
        var learner = Learner.begin(SMALL);
        var log = Past.log(300, 20, 7);
        var seen = new Delay.Seen();
        for (int at = 0; at < log.size(); at++) {
            learner.take(3, at, Optional.of(log.get(at)));
            learner.learn(Past.NOON.plusSeconds(at / 3), LearnerTests::isRead, seen::add);
        }
        var delay = seen.take().orElseThrow();
        assertThat(delay.examples()).isEqualTo((int) learner.learned());
        assertThat(delay.half()).isBetween(1L, 5_000L);
        assertThat(delay.most()).isBetween(delay.half(), 10_000L);
        assertThat(seen.take()).isEmpty();
    }

    @Test
    void halfAndNinetyFiveOfAHundredAreThoseOfTheNewest() {
        var seen = new Delay.Seen();
        for (int at = 1; at <= 100; at++) {
            seen.add(at);
        }
        assertThat(seen.take()).contains(new Delay(100, 50, 95));
        for (int at = 0; at < 10_000; at++) {
            seen.add(at < 5_904 ? 0 : 7);
        }
        assertThat(seen.take()).contains(new Delay(4_096, 7, 7));
    }

    /** A release that tells the network of other things begins anew, and what it finds of an older one is refused as a whole. */
    @Test
    void aSnapshotOfAnotherShapeIsNotGoneOnFrom() {
        var whole = SiteShape.shape();
        var fewer = new Shape(
                whole.viewer().subList(0, whole.viewer().size() - 1),
                whole.item().subList(0, whole.item().size() - 1),
                whole.cross(),
                whole.history(),
                whole.tasks());
        assertThat(Learner.resume(new Trainer(fewer, SMALL).snapshot(new byte[] {1})))
                .isEmpty();
    }

    @Test
    void anEmptyLogTeachesNothing() {
        var learner = Learner.begin(SMALL);
        learner.take(0, 0, Optional.empty());
        assertThat(learner.learn(Past.NOON, LearnerTests::isRead)).isZero();
        assertThat(learner.next()).containsEntry(0, 1L);
        assertThat(learner.judge(learner.publish()))
                .allSatisfy(each -> assertThat(each.labels()).isZero());
    }
}
