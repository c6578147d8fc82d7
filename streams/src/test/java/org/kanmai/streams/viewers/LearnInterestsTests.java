package org.kanmai.streams.viewers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.streams.Cast.ANNA;
import static org.kanmai.streams.Cast.BO;
import static org.kanmai.streams.Cast.NOON;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.Watched;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.LikedWorks;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.streams.Cast;
import org.kanmai.streams.redis.RedisWrite;

@Tag("TD-21")
class LearnInterestsTests {
    private static final Labels COOKING = new Labels(BO.value(), List.of("noodles"));

    private KeyedOneInputStreamOperatorTestHarness<Long, Labelled, RedisWrite> operator;

    @BeforeEach
    void open() throws Exception {
        operator = new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new LearnInterests()), Labelled::viewer, Types.LONG);
        operator.open();
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void aWatchAndALikeBecomeInterestsAndARecentWatch() throws Exception {
        process(Cast.consent(1, true), Cast.watched(1, 1, 9_900), Cast.liked(7));

        var interests = ViewerInterests.parse(value(ViewerInterests.key(ANNA)));
        var watches = RecentWatches.parse(value(RecentWatches.key(ANNA)));
        assertThat(interests.tag("noodles", NOON)).isGreaterThan(2.9);
        assertThat(interests.creators(3)).containsExactly(BO);
        assertThat(watches.entries()).hasSize(1);
        assertThat(operator.extractOutputValues()).allMatch(write -> write.keptSeconds() == 30 * 24 * 3600);
    }

    @Test
    void aRepeatedFactIsNotEvenWritten() throws Exception {
        process(Cast.consent(1, true), Cast.watched(1, 1, 9_900), Cast.liked(7));
        int before = operator.extractOutputValues().size();

        process(Cast.liked(7), Cast.watched(1, 1, 9_900), Cast.consent(1, true));

        assertThat(operator.extractOutputValues()).hasSize(before);
    }

    @Test
    @Tag("GV-02")
    void nothingIsLearnedOfAViewerWhoNeverConsented() throws Exception {
        process(Cast.watched(1, 1, 9_900), Cast.liked(7));
        operator.setProcessingTime(Waiting.LIMIT.toMillis());

        assertThat(operator.extractOutputValues()).isEmpty();
        assertThat(operator.numKeyedStateEntries()).isZero();
        assertThat(operator.numProcessingTimeTimers()).isZero();
    }

    @Test
    @Tag("GV-02")
    void aFactThatOvertookItsConsentIsLearned() throws Exception {
        process(Cast.liked(7), Cast.consent(1, true));

        assertThat(redis()).containsOnlyKeys(ViewerInterests.key(ANNA), LikedWorks.key(ANNA));
    }

    @Test
    @Tag("GV-02")
    void whatHappenedBeforeTheConsentIsNotLearned() throws Exception {
        process(Cast.liked(7), Cast.consent(61, true), Cast.liked(8));

        assertThat(operator.extractOutputValues()).isEmpty();
    }

    @Test
    @Tag("GV-02")
    void withdrawnConsentClearsAllThatWasLearned() throws Exception {
        process(Cast.consent(1, true), Cast.watched(1, 1, 9_900), Cast.liked(7));
        assertThat(operator.numKeyedStateEntries()).isEqualTo(5);

        process(Cast.consent(2, false), Cast.liked(8), Cast.consent(1, true));

        assertThat(redis()).isEmpty();
        assertThat(operator.numKeyedStateEntries()).as("the answer alone").isEqualTo(1);
    }

    @Test
    @Tag("GV-07")
    void theEndOfAPseudonymClearsAllAndDropsWhatComesLate() throws Exception {
        process(Cast.consent(1, true), Cast.watched(1, 1, 9_900), Cast.liked(7));

        process(Cast.retired(), Cast.liked(8), Cast.consent(2, true), Cast.watched(2, 1, 9_900));

        assertThat(redis()).isEmpty();
        assertThat(operator.numKeyedStateEntries()).as("the tombstone alone").isEqualTo(1);
    }

    @Test
    @Tag("TD-18")
    void aSecondWorkThatIsLikedIsNearTheFirstAndARepetitionSaysNothing() throws Exception {
        process(Cast.consent(1, true), Cast.liked(7), watched(44, 6_000), watched(45, 4_000));
        process(Cast.liked(7), watched(44, 6_000));

        assertThat(likings()).containsExactly(new Liking(44, List.of(33L), 0.5, NOON.getEpochSecond() + 1));
        assertThat(LikedWorks.parse(value(LikedWorks.key(ANNA))).newest(9))
                .containsExactly(new WorkId(44), new WorkId(33));
    }

    @Test
    @Tag("GV-02")
    void whoDoesNotConsentBringsNoTwoWorksTogether() throws Exception {
        process(Cast.liked(7), watched(44, 6_000));
        process(Cast.consent(61, true), Cast.consent(62, false), watched(45, 6_000));

        assertThat(likings()).isEmpty();
        assertThat(redis()).isEmpty();
    }

    private static Watched watched(long work, int millis) {
        return Cast.watched(work, 1, millis, ANNA, new WorkId(work));
    }

    private List<Liking> likings() {
        var likings = operator.getSideOutput(Liking.TAG);
        return likings == null
                ? List.of()
                : likings.stream().map(record -> record.getValue()).toList();
    }

    private void process(Fact.OfViewer... facts) throws Exception {
        for (var fact : facts) {
            var labels = fact instanceof Fact.OfSubject ? COOKING : Labels.UNKNOWN;
            operator.processElement(new Labelled(fact.pseudonym().value(), FactCodec.write(fact), labels), 0);
        }
    }

    private byte[] value(String key) {
        return Objects.requireNonNull(redis().get(key), key);
    }

    private Map<String, byte[]> redis() {
        var values = new HashMap<String, byte[]>();
        for (RedisWrite write : operator.extractOutputValues()) {
            if (write.value().length == 0) {
                values.remove(write.key());
            } else {
                values.put(write.key(), write.value());
            }
        }
        return values;
    }
}
