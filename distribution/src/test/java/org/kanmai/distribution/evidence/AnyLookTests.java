package org.kanmai.distribution.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Looks after every unit and counts how often what must be rare happens. */
class AnyLookTests {
    private static final double ALPHA = 0.1;
    private static final double[] MEANS = {0.2, 0.35};
    private static final double[] SCORES = {0, 0.25, 0.6, 1};

    @Test
    @Tag("TD-04")
    void aWorkThatIsNoBetterThanItsBarSeldomSeemsSo() {
        assertThat(crossings(1, 300, 250, Side.ABOVE)).isLessThan(within(ALPHA, 300));
    }

    @Test
    @Tag("TD-04")
    void aWorkThatIsNoWorseThanItsBarSeldomSeemsSo() {
        assertThat(crossings(1, 300, 250, Side.BELOW)).isLessThan(within(ALPHA, 300));
    }

    @Test
    void aWorkThatIsHalfAsGoodAgainIsFoundAndOneOfTwoThirdsToo() {
        assertThat(crossings(1.5, 100, 400, Side.ABOVE)).isGreaterThan(90);
        assertThat(crossings(0.66, 100, 400, Side.BELOW)).isGreaterThan(90);
    }

    @Test
    @Tag("deep")
    void thousandsOfWorksErrNoMoreOftenThanAlpha() {
        assertThat(crossings(1, 2_000, 500, Side.ABOVE)).isLessThan(within(ALPHA, 2_000));
        assertThat(crossings(1, 2_000, 500, Side.BELOW)).isLessThan(within(ALPHA, 2_000));
    }

    @Test
    void intervalsOfRatesCoverAtAllLooks() {
        assertThat(missed(0.03, 300, 150)).isLessThan(within(ALPHA, 300));
        assertThat(missed(0.5, 300, 150)).isLessThan(within(ALPHA, 300));
    }

    @Test
    @Tag("deep")
    void thousandsOfIntervalsCoverAtAllLooks() {
        for (double rate : new double[] {0.003, 0.03, 0.3, 0.7}) {
            assertThat(missed(rate, 1_000, 400)).isLessThan(within(ALPHA, 1_000));
        }
    }

    private enum Side {
        ABOVE,
        BELOW
    }

    /** Returns how many of some works whose expected score is a multiple of their bars are ever found beyond them. */
    private static int crossings(double multiple, int works, int units, Side side) {
        int crossed = 0;
        for (int work = 0; work < works; work++) {
            crossed += crosses(multiple, units, side, new SplittableRandom(work)) ? 1 : 0;
        }
        return crossed;
    }

    private static boolean crosses(double multiple, int units, Side side, SplittableRandom random) {
        var counts = new int[MEANS.length][SCORES.length];
        double needed = EvidenceTest.needed(ALPHA);
        for (int unit = 0; unit < units; unit++) {
            int cell = random.nextInt(MEANS.length);
            counts[cell][score(MEANS[cell] * multiple, random)]++;
            var table = table(counts);
            double evidence = side == Side.ABOVE ? EvidenceTest.above(table, 1) : EvidenceTest.below(table, 1);
            if (evidence >= needed) {
                return true;
            }
        }
        return false;
    }

    /** Draws a score of this mean: mostly nothing or much, as films have it. */
    private static int score(double mean, SplittableRandom random) {
        double most = 0.25 * 0.3 + 0.6 * 0.5 + 0.2;
        if (random.nextDouble() >= mean / most) {
            return 0;
        }
        double kind = random.nextDouble();
        return kind < 0.3 ? 1 : kind < 0.8 ? 2 : 3;
    }

    private static ScoreTable table(int[][] counts) {
        List<ScoreTable.Row> rows = new ArrayList<>();
        for (int cell = 0; cell < MEANS.length; cell++) {
            for (int score = 0; score < SCORES.length; score++) {
                if (counts[cell][score] > 0) {
                    rows.add(new ScoreTable.Row(SCORES[score], MEANS[cell], counts[cell][score]));
                }
            }
        }
        return ScoreTable.of(rows);
    }

    private static int missed(double rate, int runs, int units) {
        int missed = 0;
        for (int run = 0; run < runs; run++) {
            missed += misses(rate, units, new SplittableRandom(run)) ? 1 : 0;
        }
        return missed;
    }

    private static boolean misses(double rate, int units, SplittableRandom random) {
        int yes = 0;
        for (int unit = 1; unit <= units; unit++) {
            yes += random.nextDouble() < rate ? 1 : 0;
            var interval = RateInterval.of(yes, unit, ALPHA);
            if (rate < interval.low() || rate > interval.high()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the count that an event of probability alpha exceeds in one of a thousand experiments. */
    private static int within(double alpha, int runs) {
        return (int) (alpha * runs + 3.1 * Math.sqrt(alpha * (1 - alpha) * runs)) + 1;
    }
}
