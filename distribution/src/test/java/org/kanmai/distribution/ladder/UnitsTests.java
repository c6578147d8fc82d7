package org.kanmai.distribution.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.distribution.policy.Trade;

class UnitsTests {
    private final DistributionPolicy policy = PolicyDocument.first();

    @Property(tries = 100)
    void neitherOrderNorRepetitionMatter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int units) {
        var once = SomeUnits.natural(units, 400, seed);
        var oftener = new ArrayList<>(once);
        oftener.addAll(once.subList(0, units / 2));
        Collections.shuffle(oftener, new Random(seed));
        var one = new Units();
        var other = new Units();
        once.forEach(one::add);
        oftener.forEach(other::add);
        assertThat(other.trial()).isEqualTo(one.trial()).hasSameHashCodeAs(one.trial());
        assertThat(other.exposures(Unit.Traffic.NATURAL)).isEqualTo(units);
    }

    @Property(tries = 100)
    @Tag("TD-09")
    void noAmountOfBoughtOrRepeatedOrCleanedTrafficChangesAVerdict(
            @ForAll long seed, @ForAll @IntRange(max = 400) int bought, @ForAll @IntRange(max = 1_000) int good) {
        var units = new Units();
        SomeUnits.natural(300, good, seed).forEach(units::add);
        var before = new Ladder(policy).decide(2, units.trial(), 300, SomeUnits.bar(0.3), Trade.SELLS);
        var random = new SplittableRandom(seed);
        var kinds = new Unit.Traffic[] {Unit.Traffic.BOUGHT, Unit.Traffic.ASKED_FOR, Unit.Traffic.CLEANED};
        for (int each = 0; each < bought; each++) {
            units.add(new Unit(random.nextInt(1_000), each, kinds[each % 3], Cell.of(0, 1), 0xff));
        }
        assertThat(new Ladder(policy).decide(2, units.trial(), 300, SomeUnits.bar(0.3), Trade.SELLS))
                .isEqualTo(before);
        assertThat(units.exposures(Unit.Traffic.BOUGHT)).isEqualTo((bought + 2) / 3);
    }

    @Test
    void ofAPersonTheFirstExposureCountsWhateverComesFirst() {
        var units = new Units();
        units.add(new Unit(7, 20, Unit.Traffic.NATURAL, Cell.of(0, 0), SomeUnits.GOOD));
        units.add(new Unit(7, 10, Unit.Traffic.NATURAL, Cell.of(0, 0), Outcome.LIKE.bit()));
        units.add(new Unit(7, 30, Unit.Traffic.NATURAL, Cell.of(0, 0), SomeUnits.GOOD));
        assertThat(units.trial().units()).isOne();
        assertThat(units.trial().yes(Outcome.LIKE)).isOne();
        assertThat(units.trial().yes(Outcome.PLAY)).isZero();
    }

    @Test
    void aTrialCountsWhatSaidYes() {
        var trial = new Trial();
        for (int cell = 0; cell < 30; cell++) {
            trial.add(Outcome.PLAY.bit() | cell % 2 * Outcome.LIKE.bit(), cell);
        }
        assertThat(trial.units()).isEqualTo(30);
        assertThat(trial.yes(Outcome.PLAY)).isEqualTo(30);
        assertThat(trial.yes(Outcome.LIKE)).isEqualTo(15);
        assertThat(trial.meanScore(policy.score(), Trade.SHOWS_NOTHING)).isCloseTo(0.25 + 0.08, within(1e-12));
        assertThatThrownBy(() -> trial.add(256, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> trial.add(0, Cell.COUNT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cellsAreOfThreeClassesOfPositionsAndSixtyFourStrata() {
        assertThat(Cell.COUNT).isEqualTo(192);
        assertThat(Cell.of(0, 63)).isEqualTo(new Cell(0, 63));
        assertThat(Cell.of(1, 0)).isEqualTo(Cell.of(2, 0)).isEqualTo(new Cell(1, 0));
        assertThat(Cell.of(3, 0)).isEqualTo(Cell.of(17, 0)).isEqualTo(new Cell(2, 0));
        assertThat(new Cell(2, 63).index()).isEqualTo(191);
        assertThatThrownBy(() -> Cell.of(0, 64)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cell.of(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
