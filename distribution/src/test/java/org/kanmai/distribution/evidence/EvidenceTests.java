package org.kanmai.distribution.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EvidenceTests {

    @Test
    void nothingIsKnownWithoutUnits() {
        var empty = ScoreTable.of(List.of());
        assertThat(EvidenceTest.above(empty, 1)).isZero();
        assertThat(EvidenceTest.below(empty, 1)).isZero();
        assertThat(ScoreInterval.of(empty, 0.05)).isEqualTo(new ScoreInterval(0, ScoreInterval.WIDEST));
    }

    @Test
    void theCapitalIsTheMeanOfEightBettersWhoStakeHalfAQuarterAndSoOn() {
        var table = ScoreTable.of(List.of(new ScoreTable.Row(1, 0.5, 2), new ScoreTable.Row(0, 0.25, 1)));
        double above = 0;
        double below = 0;
        for (int better = 1; better <= 8; better++) {
            double stake = Math.pow(0.5, better);
            above += Math.pow(1 - stake + stake / 0.5, 2) * (1 - stake) / 8;
            below += Math.pow(1 - stake, 2) * (1 - stake + stake / 0.75) / 8;
        }
        assertThat(EvidenceTest.above(table, 1)).isCloseTo(Math.log(above), within(1e-12));
        assertThat(EvidenceTest.below(table, 1)).isCloseTo(Math.log(below), within(1e-12));
    }

    @Test
    void oneUnitIsAFairBetAtTheMeanItself() {
        for (double mean : new double[] {0.01, 0.2, 0.5, 0.9}) {
            double won = Math.exp(EvidenceTest.above(one(1, mean), 1));
            double lost = Math.exp(EvidenceTest.above(one(0, mean), 1));
            assertThat(mean * won + (1 - mean) * lost).isCloseTo(1, within(1e-12));
            won = Math.exp(EvidenceTest.below(one(0, mean), 1));
            lost = Math.exp(EvidenceTest.below(one(1, mean), 1));
            assertThat((1 - mean) * won + mean * lost).isCloseTo(1, within(1e-12));
        }
    }

    @Property(tries = 100)
    void theOrderOfUnitsDoesNotMatterToTheLastBit(@ForAll long seed, @ForAll @IntRange(max = 80) int units) {
        var rows = rows(units, seed);
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(EvidenceTest.above(ScoreTable.of(shuffled), 1))
                .isEqualTo(EvidenceTest.above(ScoreTable.of(rows), 1));
        assertThat(ScoreInterval.of(ScoreTable.of(shuffled), 0.05))
                .isEqualTo(ScoreInterval.of(ScoreTable.of(rows), 0.05));
    }

    @Property(tries = 100)
    void evidenceFallsWithTheBarFromAboveAndRisesWithItFromBelow(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 3) double relative) {
        var table = ScoreTable.of(rows(60, seed));
        assertThat(EvidenceTest.above(table, relative * 1.1)).isLessThan(EvidenceTest.above(table, relative));
        assertThat(EvidenceTest.below(table, relative * 1.1))
                .isGreaterThanOrEqualTo(EvidenceTest.below(table, relative));
    }

    @Property(tries = 60)
    void theEndsOfTheIntervalAreWhereEvidenceReachesWhatIsNeeded(@ForAll long seed) {
        var table = ofOneMean(seed);
        var interval = ScoreInterval.of(table, 0.05);
        assertThat(interval.low()).isPositive().isLessThan(table.relativeScore());
        assertThat(interval.high()).isGreaterThan(table.relativeScore()).isLessThan(ScoreInterval.WIDEST);
        double needed = EvidenceTest.needed(0.05);
        assertThat(EvidenceTest.above(table, interval.low())).isGreaterThanOrEqualTo(needed);
        assertThat(EvidenceTest.above(table, interval.low() * 1.000_002)).isLessThan(needed);
        assertThat(EvidenceTest.below(table, interval.high())).isGreaterThanOrEqualTo(needed);
        assertThat(EvidenceTest.below(table, interval.high() / 1.000_002)).isLessThan(needed);
    }

    @Test
    void whatCanNotBeIsRefused() {
        assertThatThrownBy(() -> EvidenceTest.needed(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EvidenceTest.needed(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScoreTable.Row(1.01, 0.5, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScoreTable.Row(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScoreTable.Row(1, 0.5, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ScoreTable one(double score, double mean) {
        return ScoreTable.of(List.of(new ScoreTable.Row(score, mean, 1)));
    }

    private static ScoreTable ofOneMean(long seed) {
        return ScoreTable.of(rows(300, seed).stream()
                .map(row -> new ScoreTable.Row(row.score(), 0.4, row.count()))
                .toList());
    }

    private static List<ScoreTable.Row> rows(int units, long seed) {
        var random = new SplittableRandom(seed);
        var rows = new ArrayList<ScoreTable.Row>();
        for (int unit = 0; unit < units; unit++) {
            rows.add(new ScoreTable.Row(random.nextInt(5) / 4.0, 0.2 + random.nextInt(4) / 10.0, 1));
        }
        return rows;
    }
}
