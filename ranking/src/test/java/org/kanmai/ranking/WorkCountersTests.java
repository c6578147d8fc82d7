package org.kanmai.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kanmai.ranking.Cast.NOON;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Source;

@Tag("TD-21")
class WorkCountersTests {

    @Test
    void countsEachStepOfAPlayOnce() {
        var counters = count(List.of(
                Cast.exposed(1, NOON),
                Cast.watched(1, 1, NOON, 2_999),
                Cast.watched(1, 2, NOON, 3_000),
                Cast.watched(1, 3, NOON, 5_000),
                Cast.watched(1, 4, NOON, 9_500),
                Cast.watched(1, 5, NOON, 30_000)));

        assertThat(counters.rated().of(Measure.EXPOSED)).isEqualTo(1);
        assertThat(counters.rated().of(Measure.HELD_3S)).isEqualTo(1);
        assertThat(counters.rated().of(Measure.HELD_5S)).isEqualTo(1);
        assertThat(counters.rated().of(Measure.COMPLETED)).isEqualTo(1);
    }

    @Test
    void countsNothingBelowTheFirstThreshold() {
        var counters = count(List.of(Cast.exposed(1, NOON), Cast.watched(1, 1, NOON, 2_999)));

        assertThat(counters.rated().of(Measure.HELD_3S)).isZero();
    }

    @Test
    void countsNoPlayWithoutItsExposure() {
        assertThat(count(List.of(Cast.watched(1, 1, NOON, 9_900)))).isEqualTo(WorkCounters.NONE);
    }

    @Test
    void keepsWatchingAgainApartFromRates() {
        var counters =
                count(List.of(Cast.exposed(1, NOON, Source.AGAIN), Cast.watched(1, 1, NOON, 9_900, Source.AGAIN)));

        assertThat(counters.rated()).isEqualTo(Tally.NONE);
        assertThat(counters.hours()).isEmpty();
        assertThat(counters.all(Measure.COMPLETED)).isEqualTo(1);
    }

    @Test
    void keepsWhatWasOpenedByItsAddressApartFromRates() {
        var counters =
                count(List.of(Cast.exposed(1, NOON, Source.DIRECT), Cast.watched(1, 1, NOON, 9_900, Source.DIRECT)));

        assertThat(counters.rated()).isEqualTo(Tally.NONE);
        assertThat(counters.all(Measure.COMPLETED)).isEqualTo(1);
    }

    @Test
    void keepsALikeWithoutExposureApartFromRates() {
        var counters = count(List.of(Cast.engaged(7, NOON, Engagement.LIKED, null)));

        assertThat(counters.rated().of(Measure.LIKED)).isZero();
        assertThat(counters.all(Measure.LIKED)).isEqualTo(1);
    }

    @Test
    void takesBackWhatWasTakenBack() {
        var counters = count(List.of(
                Cast.engaged(7, NOON, Engagement.LIKED),
                Cast.engaged(8, NOON, Engagement.FAVOURITED),
                Cast.engaged(9, NOON, Engagement.UNLIKED)));

        assertThat(counters.rated().of(Measure.LIKED)).isZero();
        assertThat(counters.rated().of(Measure.FAVOURITED)).isEqualTo(1);
    }

    @Test
    void forgetsAnHourAfterADay() {
        var counters = count(List.of(Cast.exposed(1, NOON), Cast.exposed(2, NOON.plus(Duration.ofHours(23)))));
        assertThat(counters.recent(NOON.plus(Duration.ofHours(23)), 24).of(Measure.EXPOSED))
                .isEqualTo(2);
        assertThat(counters.recent(NOON.plus(Duration.ofHours(23)), 1).of(Measure.EXPOSED))
                .isEqualTo(1);

        var later = count(List.of(Cast.exposed(1, NOON), Cast.exposed(2, NOON.plus(Duration.ofHours(24)))));
        assertThat(later.hours()).hasSize(1);
        assertThat(later.rated().of(Measure.EXPOSED)).isEqualTo(2);
    }

    @Test
    void drawsARateOfFewExposuresTowardsTheExpectation() {
        var counters = count(List.of(Cast.exposed(1, NOON), Cast.watched(1, 1, NOON, 3_000)));

        assertThat(Tally.NONE.rate(Measure.HELD_3S, 0.4, 10)).isEqualTo(0.4);
        assertThat(counters.rated().rate(Measure.HELD_3S, 0.4, 9)).isEqualTo((1 + 0.4 * 9) / 10);
    }

    @Property
    void neitherOrderNorRepetitionChangesTheCounters(@ForAll("facts") List<Fact.OfSubject> facts, @ForAll long seed) {
        var shuffled = new ArrayList<>(facts);
        shuffled.addAll(facts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(count(shuffled)).isEqualTo(count(facts));
    }

    @Property
    void theBinaryFormReadsBackAsItWas(@ForAll("facts") List<Fact.OfSubject> facts) {
        var counters = count(facts);

        assertThat(WorkCounters.parse(counters.bytes())).isEqualTo(counters);
        var totals = WorkCounters.parseTotals(counters.bytes());
        assertThat(totals.rated()).isEqualTo(counters.rated());
        assertThat(totals.apart()).isEqualTo(counters.apart());
        assertThat(totals.hours()).isEmpty();
    }

    @Test
    void theFirstLayoutStaysReadable() {
        var counters = count(List.of(Cast.exposed(1, NOON), Cast.watched(1, 1, NOON, 4_000)));
        byte[] first = HexFormat.of()
                .parseHex("01160202000000000000000000000000000000000000000002c88c3c0202000000000000000000");

        assertThat(HexFormat.of().formatHex(counters.bytes()))
                .isEqualTo(HexFormat.of().formatHex(first));
        assertThat(WorkCounters.parse(first)).isEqualTo(counters);
    }

    @Test
    void aLayoutOfFewerMeasuresReadsWithTheRestAtZero() {
        byte[] ofTwoMeasures = {1, 4, 6, 2, 0, 0, 0};

        var counters = WorkCounters.parse(ofTwoMeasures);

        assertThat(counters.rated().of(Measure.EXPOSED)).isEqualTo(3);
        assertThat(counters.rated().of(Measure.HELD_3S)).isEqualTo(1);
        assertThat(counters.rated().of(Measure.LIKED)).isZero();
    }

    @Test
    void bytesThatAreNoCountersAreRefused() {
        assertThatThrownBy(() -> WorkCounters.parse(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorkCounters.parse(new byte[] {9})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorkCounters.parse(new byte[] {1, 4, 6})).isInstanceOf(IllegalArgumentException.class);
    }

    private static WorkCounters count(List<? extends Fact.OfSubject> facts) {
        var remembered = new HashMap<Long, Long>();
        var counters = WorkCounters.NONE;
        for (Fact.OfSubject fact : facts) {
            var observed = WorkCounters.observe(fact);
            var step = observed.step(remembered.getOrDefault(observed.remember(), 0L));
            remembered.put(observed.remember(), step.remembered());
            counters = step.change().isNothing() ? counters : counters.plus(step.change());
        }
        return counters;
    }

    @Provide
    Arbitrary<List<Fact.OfSubject>> facts() {
        return SomeFacts.lists();
    }
}
