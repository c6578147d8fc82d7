package org.kanmai.app.river;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.kanmai.app.river.ReportRefused.Reason;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.PageId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Terms;
import org.kanmai.facts.WorkId;

/** A work of 10 seconds, served a minute before it is told how far it was watched. */
class PlausibilityTests {
    private static final Instant SERVED = Instant.parse("2026-03-01T08:00:00Z");
    private static final ItemToken TOKEN = new ItemToken(
            new Terms(
                    new ExposureId(1),
                    new PageId(2),
                    3,
                    new Pseudonym(4),
                    Subject.work(new WorkId(5)),
                    Surface.FOR_YOU,
                    0,
                    Source.FRESH,
                    SlotKind.RANKED,
                    1,
                    1,
                    0),
            10_000,
            SERVED);

    @Test
    void nobodyWatchesLongerThanTimeHasPassed() {
        assertThat(judged(1, 62_000, 62_000, 0, 0)).isEqualTo("taken");
        assertThat(judged(1, 62_001, 62_001, 0, 0)).isEqualTo("impossible");
    }

    @Test
    void nobodyWatchesFasterThanThreeTimes() {
        assertThat(judged(1, 10_000, 32_000, 0, 0)).isEqualTo("taken");
        assertThat(judged(1, 10_000, 32_001, 0, 0)).isEqualTo("impossible");
    }

    @Test
    void nobodyWatchesBeyondTheEnd() {
        assertThat(judged(1, 12_000, 12_000, 12_000, 0)).isEqualTo("taken");
        assertThat(judged(1, 12_001, 12_001, 12_001, 0)).isEqualTo("impossible");
    }

    @Test
    void eachLoopTakesTheLengthOfTheWork() {
        assertThat(judged(1, 28_000, 28_000, 10_000, 3)).isEqualTo("taken");
        assertThat(judged(1, 27_999, 27_999, 10_000, 3)).isEqualTo("impossible");
        assertThat(judged(1, 60_000, 60_000, 10_000, Integer.MAX_VALUE)).isEqualTo("impossible");
    }

    @Test
    void sequencesCountFromOneAndNothingIsNegative() {
        assertThat(judged(1, 0, 0, 0, 0)).isEqualTo("taken");
        assertThat(judged(100_000, 0, 0, 0, 0)).isEqualTo("taken");
        assertThat(judged(0, 0, 0, 0, 0)).isEqualTo("out-of-range");
        assertThat(judged(100_001, 0, 0, 0, 0)).isEqualTo("out-of-range");
        assertThat(judged(1, -1, 0, 0, 0)).isEqualTo("out-of-range");
        assertThat(judged(1, 0, -1, 0, 0)).isEqualTo("out-of-range");
        assertThat(judged(1, 0, 0, -1, 0)).isEqualTo("out-of-range");
        assertThat(judged(1, 0, 0, 0, -1)).isEqualTo("out-of-range");
    }

    private static String judged(int sequence, int watched, int played, int position, int loops) {
        var report = new Report.Watched("", sequence, watched, played, position, loops, false);
        try {
            Plausibility.check(report, TOKEN, SERVED.plusSeconds(60));
            return "taken";
        } catch (ReportRefused refused) {
            Reason reason = refused.reason();
            return reason.code();
        }
    }
}
