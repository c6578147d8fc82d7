package org.kanmai.ranking.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.ranking.learning.Past.NOON;
import static org.kanmai.ranking.learning.Past.converted;
import static org.kanmai.ranking.learning.Past.engaged;
import static org.kanmai.ranking.learning.Past.exposed;
import static org.kanmai.ranking.learning.Past.served;
import static org.kanmai.ranking.learning.Past.unprofiled;
import static org.kanmai.ranking.learning.Past.watched;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Source;
import org.kanmai.ranking.LayoutReader;
import org.kanmai.ranking.LayoutWriter;
import org.kanmai.ranking.features.Head;

class ExampleJoinTests {
    private final ExampleJoin join = new ExampleJoin();

    private static float[] labels(ExampleJoin from, long exposure, Instant now) {
        return Objects.requireNonNull(from.settle(now).get(exposure)).labels().all();
    }

    private float[] labels(Instant now) {
        return labels(join, 1, now);
    }

    private static float of(float[] labels, Head head) {
        return labels[head.number()];
    }

    @Test
    @Tag("TD-16")
    void whatHappenedAndWhatDidNotIsToldOnceTheWorkIsLeft() {
        var page = served(1, 2, Source.FRESH, NOON);
        join.take(page);
        join.take(exposed(page, NOON));
        join.take(watched(page, 1, NOON.plusSeconds(4), 4_000, false));
        join.take(engaged(page, 5, NOON.plusSeconds(5), Engagement.LIKED));
        assertThat(join.settle(NOON.plusSeconds(5))).isEmpty();
        join.take(watched(page, 2, NOON.plusSeconds(9), 9_000, true));
        float[] labels = labels(NOON.plusSeconds(9));
        assertThat(of(labels, Head.HOLD)).isOne();
        assertThat(of(labels, Head.LIKE)).isOne();
        assertThat(of(labels, Head.COMPLETION)).isZero();
        assertThat(of(labels, Head.WATCH_TIME)).isEqualTo(0.15f);
        assertThat(of(labels, Head.SHARE)).isZero();
        assertThat(join.settle(NOON.plusSeconds(3_000))).as("told once").isEmpty();
    }

    @Test
    void ofAWorkThatGoesOnTheRestIsToldLater() {
        var page = served(1, 2, Source.FRESH, NOON);
        join.take(page);
        join.take(exposed(page, NOON));
        join.take(watched(page, 1, NOON.plusSeconds(19), 9_400, false));
        float[] soon = labels(NOON.plusSeconds(20));
        assertThat(of(soon, Head.HOLD)).isOne();
        assertThat(of(soon, Head.COMPLETION)).isNaN();
        join.take(watched(page, 2, NOON.plusSeconds(25), 10_000, true));
        float[] late = labels(NOON.plusSeconds(25));
        assertThat(of(late, Head.HOLD)).isNaN();
        assertThat(of(late, Head.COMPLETION)).isOne();
    }

    /** The film has ten seconds. */
    @Test
    void whatIsNeverLeftIsToldOnceTheWholeOfItCouldHaveBeenWatched() {
        var page = served(1, 2, Source.FRESH, NOON);
        join.take(page);
        join.take(exposed(page, NOON));
        join.take(watched(page, 1, NOON.plusSeconds(8), 6_000, false));
        assertThat(of(labels(NOON.plusSeconds(20)), Head.HOLD)).isOne();
        assertThat(join.settle(NOON.plusSeconds(29))).isEmpty();
        float[] late = labels(NOON.plusSeconds(30));
        assertThat(of(late, Head.COMPLETION)).isZero();
        assertThat(of(late, Head.WATCH_TIME)).isEqualTo(0.1f);
    }

    @Test
    void whoCompletesAWorkIsToldOfNoEarlierThanWhoDoesNot() {
        var page = served(1, 2, Source.FRESH, NOON);
        join.take(page);
        join.take(exposed(page, NOON));
        join.take(watched(page, 1, NOON.plusSeconds(11), 10_000, false));
        assertThat(of(labels(NOON.plusSeconds(20)), Head.COMPLETION)).isNaN();
        assertThat(of(labels(NOON.plusSeconds(30)), Head.COMPLETION)).isOne();
    }

    @Test
    void whoseFirstReportIsLostIsToldOfAllTheSame() {
        var page = served(1, 2, Source.FRESH, NOON);
        join.take(page);
        join.take(exposed(page, NOON));
        join.take(watched(page, 2, NOON.plusSeconds(15), 8_000, false));
        assertThat(of(labels(NOON.plusSeconds(20)), Head.COMPLETION)).isNaN();
        assertThat(of(labels(NOON.plusSeconds(30)), Head.COMPLETION)).isZero();
    }

    @Test
    void ofWhatNobodyPlayedAllIsToldSoon() {
        var page = served(1, 2, Source.FRESH, NOON);
        join.take(page);
        join.take(exposed(page, NOON));
        float[] soon = labels(NOON.plusSeconds(20));
        assertThat(of(soon, Head.HOLD)).isZero();
        assertThat(of(soon, Head.COMPLETION)).isZero();
        assertThat(of(soon, Head.WATCH_TIME)).isZero();
    }

    @Test
    @Tag("TD-23")
    void aPurchaseReachesTheExamplesWithItsExposureHoursLaterAndARefundTakesItBack() {
        var page = served(1, 2, Source.FRESH, NOON);
        join.take(page);
        join.take(exposed(page, NOON));
        join.take(watched(page, 1, NOON.plusSeconds(9), 9_000, true));
        assertThat(of(labels(NOON.plusSeconds(9)), Head.ORDER)).isZero();
        join.take(converted(page, 7, NOON.plusSeconds(7_000), Conversion.PAID));
        float[] paid = labels(NOON.plusSeconds(7_000));
        assertThat(of(paid, Head.ORDER)).isOne();
        assertThat(of(paid, Head.HOLD)).as("nothing else is told again").isNaN();
        join.take(converted(page, 8, NOON.plusSeconds(70_000), Conversion.REFUNDED));
        assertThat(of(labels(NOON.plusSeconds(70_000)), Head.ORDER)).isZero();
    }

    @Test
    void thatLessIsWantedIsToldAndTakenBack() {
        var page = served(1, 2, Source.FRESH, NOON);
        join.take(page);
        join.take(exposed(page, NOON));
        join.take(engaged(page, 5, NOON.plusSeconds(1), Engagement.NOT_INTERESTED));
        assertThat(of(labels(NOON.plusSeconds(20)), Head.DISLIKE)).isOne();
        join.take(engaged(page, 6, NOON.plusSeconds(22), Engagement.INTERESTED));
        assertThat(of(labels(NOON.plusSeconds(22)), Head.DISLIKE)).isZero();
    }

    @Test
    @Tag("GV-02")
    void nothingIsMadeOfWhoIsNotProfiled() {
        var page = unprofiled(1, NOON);
        join.take(page);
        join.take(exposed(page, NOON));
        join.take(watched(page, 1, NOON, 10_000, true));
        assertThat(join.settle(NOON.plusSeconds(700))).isEmpty();
        assertThat(join.size()).isZero();
    }

    @Test
    void whatWasAskedForOrPaidForIsNotLearned() {
        for (var source : List.of(Source.AGAIN, Source.DIRECT, Source.BOUGHT)) {
            join.take(served(1, 2, source, NOON));
        }
        assertThat(join.size()).isZero();
    }

    @Test
    void repeatedAndLateReportsChangeNothing() {
        var page = served(1, 2, Source.FRESH, NOON);
        for (int round = 0; round < 3; round++) {
            join.take(page);
            join.take(watched(page, 2, NOON.plusSeconds(9), 9_000, true));
            join.take(watched(page, 1, NOON.plusSeconds(2), 2_000, false));
            join.take(exposed(page, NOON));
        }
        assertThat(of(labels(NOON.plusSeconds(9)), Head.HOLD)).isOne();
        assertThat(join.settle(NOON.plusSeconds(700))).isEmpty();
    }

    @Test
    void whatWaitsIsBoundedAndLetGo() {
        for (int page = 0; page < ExampleJoin.MOST + 10; page++) {
            join.take(served(page, 2, Source.FRESH, NOON));
        }
        assertThat(join.size()).isEqualTo(ExampleJoin.MOST);
        join.settle(NOON.plusSeconds(3_700));
        assertThat(join.size()).as("what nobody saw within an hour").isZero();
    }

    @Test
    void whatWasWrittenGoesOnAsIfNothingHadBeenInBetween() {
        var page = served(1, 2, Source.FRESH, NOON);
        join.take(page);
        join.take(exposed(page, NOON));
        labels(NOON.plusSeconds(20));
        join.take(watched(page, 1, NOON.plusSeconds(21), 5_000, false));
        var out = new LayoutWriter(1);
        join.write(out);
        var in = new LayoutReader(out.bytes());
        in.layout(1);
        var again = ExampleJoin.read(in);
        again.take(watched(page, 1, NOON.plusSeconds(21), 1_000, true));
        assertThat(again.settle(NOON.plusSeconds(21)))
                .as("hold was told, and is 1 only now")
                .containsKey(1L);
        again.take(watched(page, 2, NOON.plusSeconds(30), 10_000, true));
        assertThat(of(labels(again, 1, NOON.plusSeconds(30)), Head.COMPLETION)).isOne();
    }
}
