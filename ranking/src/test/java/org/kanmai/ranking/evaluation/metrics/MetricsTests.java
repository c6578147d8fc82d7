package org.kanmai.ranking.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** All expected values are computed by hand. */
class MetricsTests {
    private static final double EXACT = 1e-12;

    @Test
    void anAreaCountsEachTieAsOneHalf() {
        // pairs of 0.8 and 0.4 above 0.4 and 0.1: 1, 1, 1/2, 1
        double[] scores = {0.8, 0.4, 0.4, 0.1};
        assertThat(Auc.of(scores, new boolean[] {true, true, false, false})).hasValue(3.5 / 4);
        assertThat(Auc.of(new double[] {1, 1, 1}, new boolean[] {true, false, true}))
                .hasValue(0.5);
        assertThat(Auc.of(new double[] {-2, -1, 0.5}, new boolean[] {true, false, false}))
                .hasValue(0);
        assertThat(Auc.of(scores, new boolean[4])).isEmpty();
        assertThat(Auc.of(new double[0], new boolean[0])).isEmpty();
    }

    @Test
    void anAreaTellsScoresApartThatDifferByLessThanAFloat() {
        double[] scores = {0.5 + 1e-12, 0.5, 0.5 + 2e-12};
        assertThat(Auc.of(scores, new boolean[] {true, false, true})).hasValue(1);
        assertThat(Auc.of(scores, new boolean[] {false, false, true})).hasValue(1);
    }

    @Test
    void anAreaAgreesWithCountingAllPairs() {
        var random = new Random(3);
        for (int round = 0; round < 50; round++) {
            var scores = random.ints(30, 0, 8).asDoubleStream().toArray();
            var positives = new boolean[30];
            for (int place = 0; place < 30; place++) {
                positives[place] = random.nextBoolean();
            }
            assertThat(Auc.of(scores, positives).orElseThrow()).isCloseTo(pairs(scores, positives), within(EXACT));
        }
    }

    private static double pairs(double[] scores, boolean[] positives) {
        double won = 0;
        int pairs = 0;
        for (int one = 0; one < scores.length; one++) {
            for (int zero = 0; zero < scores.length; zero++) {
                if (positives[one] && !positives[zero]) {
                    won += scores[one] > scores[zero] ? 1 : scores[one] == scores[zero] ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return won / pairs;
    }

    @Test
    void aScoreThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Auc.of(new double[] {Double.NaN, 1}, new boolean[] {true, false}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGroupedAreaWeighsViewersByImpressionsAndLeavesOutThoseWithOneClass() {
        // viewer 7: 0.9+ 0.1- -> 1, two impressions; viewer 3: 0.5+ 0.6- 0.4- -> 1/2, three; viewer 5: one class
        long[] viewers = {7, 3, 7, 3, 5, 3};
        double[] scores = {0.9, 0.5, 0.1, 0.6, 0.7, 0.4};
        boolean[] positives = {true, true, false, false, true, false};
        var grouped = GroupedAuc.of(viewers, scores, positives);
        assertThat(grouped.viewers())
                .containsOnly(Map.entry(7L, new GroupedAuc.Group(1, 2)), Map.entry(3L, new GroupedAuc.Group(0.5, 3)));
        assertThat(grouped.mean().orElseThrow()).isCloseTo((2 * 1 + 3 * 0.5) / 5, within(EXACT));
        assertThat(GroupedAuc.of(new long[] {1}, new double[] {1}, new boolean[] {true})
                        .mean())
                .isEmpty();
    }

    @Test
    void discountedGainIsThatOfTheOrderOverThatOfTheBest() {
        // order by score: gains 0, 1, 1 -> 1/log2(3) + 1/2; best: 1 + 1/log2(3)
        double third = 1 / (Math.log(3) / Math.log(2));
        double[] scores = {0.2, 0.9, 0.1};
        double[] gains = {1, 0, 1};
        assertThat(Ndcg.of(scores, gains, 10).orElseThrow()).isCloseTo((third + 0.5) / (1 + third), within(EXACT));
        assertThat(Ndcg.of(scores, gains, 2).orElseThrow()).isCloseTo(third / (1 + third), within(EXACT));
        assertThat(Ndcg.of(scores, new double[3], 10)).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void equalScoresShareTheirPlaces() {
        double third = 1 / (Math.log(3) / Math.log(2));
        assertThat(Ndcg.of(new double[] {5, 5}, new double[] {0, 1}, 2).orElseThrow())
                .isCloseTo((1 + third) / 2, within(EXACT));
        assertThat(Ndcg.of(new double[] {5, 5}, new double[] {0, 1}, 1).orElseThrow())
                .isCloseTo(0.5, within(EXACT));
    }

    @Test
    void aMeanGainIsOverViewersWhoHaveSomethingPositive() {
        double third = 1 / (Math.log(3) / Math.log(2));
        long[] viewers = {1, 1, 2, 3, 3};
        double[] scores = {2, 1, 1, 2, 1};
        boolean[] positives = {true, false, false, false, true};
        assertThat(Ndcg.mean(viewers, scores, positives, 10).orElseThrow()).isCloseTo((1 + third) / 2, within(EXACT));
        assertThat(Ndcg.ofPlace(0, 10)).isEqualTo(1);
        assertThat(Ndcg.ofPlace(1, 10)).isCloseTo(third, within(EXACT));
        assertThat(Ndcg.ofPlace(10, 10)).isZero();
    }

    @Test
    void aHitIsAPlaceAmongTheFirstAndATieIsALoss() {
        assertThat(HitRate.of(new int[] {0, 9, 10, 40}, 10)).isEqualTo(0.5);
        assertThat(HitRate.of(new int[0], 10)).isZero();
        assertThat(HitRate.place(new double[] {3, 5, 1}, 0)).isEqualTo(1);
        assertThat(HitRate.place(new double[] {5, 5, 5}, 0)).isEqualTo(2);
    }

    @Test
    void surpriseIsInNatsAndCertaintyThatIsWrongIsBounded() {
        assertThat(LogLoss.of(new double[] {0.5, 0.5}, new boolean[] {true, false}))
                .isCloseTo(Math.log(2), within(EXACT));
        assertThat(LogLoss.of(new double[] {0.8, 0.4}, new boolean[] {true, false}))
                .isCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2, within(EXACT));
        assertThat(LogLoss.of(new double[] {0}, new boolean[] {true})).isCloseTo(-Math.log(1e-7), within(1e-6));
    }

    @Test
    void calibrationIsMeasuredInBinsOfEquallyMany() {
        // bins: (0.1, 0.2) with no positive -> 0.3; (0.6, 0.9) with one -> 0.5
        double[] probabilities = {0.9, 0.1, 0.6, 0.2};
        boolean[] positives = {true, false, false, false};
        assertThat(CalibrationError.of(probabilities, positives, 2)).isCloseTo((0.3 + 0.5) / 4, within(EXACT));
        assertThat(CalibrationError.of(new double[] {0.5, 0.5}, new boolean[] {true, false}, 1))
                .isZero();
    }

    @Test
    void recallIsTheShareOfWhatIsRight() {
        assertThat(Offers.recall(List.of(1L, 2L, 3L, 4L), Set.of(2L, 4L, 9L), 3))
                .isCloseTo(1 / 3.0, within(EXACT));
        assertThat(Offers.recall(List.of(), Set.of(2L), 3)).isZero();
    }

    @Test
    void coverageNoveltyAndInequalityAreOfAllListsTogether() {
        var lists = List.of(List.of(1L, 2L), List.of(1L));
        assertThat(Offers.coverage(lists, 4)).isEqualTo(0.5);
        // 1 is known by 3 of 7 (with one added: 4 of 8), 2 by none (1 of 8): bits 1, 3, 1
        assertThat(Offers.novelty(lists, Map.of(1L, 3), 7)).isCloseTo(5 / 3.0, within(EXACT));
        // counts 0, 0, 1, 2: 2 (3 + 8) / (4 x 3) - 5/4
        assertThat(Offers.gini(lists, 4)).isCloseTo(22 / 12.0 - 1.25, within(EXACT));
        assertThat(Offers.gini(List.of(List.of(1L, 2L)), 2)).isCloseTo(0, within(EXACT));
        assertThat(Offers.gini(List.of(), 2)).isZero();
    }

    @Test
    void aDifferenceThatAllViewersShareIsCertain() {
        var pairs = List.of(new PairedBootstrap.Pair(0.7, 0.6, 3), new PairedBootstrap.Pair(0.6, 0.5, 9));
        var told = PairedBootstrap.of(pairs, 200, 1);
        assertThat(told.difference()).isCloseTo(0.1, within(EXACT));
        assertThat(told.low()).isCloseTo(0.1, within(EXACT));
        assertThat(told.standing()).isEqualTo(PairedBootstrap.Standing.AHEAD);
    }

    @Test
    void theIntervalOfAMeanIsTwoStandardErrorsWideOnEachSide() {
        // differences of +1 and -1 at even odds: the error of a mean of 400 is 0.05
        var pairs = new ArrayList<PairedBootstrap.Pair>();
        for (int viewer = 0; viewer < 400; viewer++) {
            pairs.add(new PairedBootstrap.Pair(viewer % 2 == 0 ? 1 : -1, 0, 1));
        }
        var told = PairedBootstrap.of(pairs, 4000, 7);
        assertThat(told.low()).isCloseTo(-0.098, within(0.008));
        assertThat(told.high()).isCloseTo(0.098, within(0.008));
        assertThat(told.standing()).isEqualTo(PairedBootstrap.Standing.TIE);
        assertThat(PairedBootstrap.of(pairs, 4000, 7)).isEqualTo(told);
    }

    @Test
    void onlyViewersThatBothKnowAreCompared() {
        var ours = new GroupedAuc(Map.of(1L, new GroupedAuc.Group(0.4, 2), 2L, new GroupedAuc.Group(0.9, 5)));
        var theirs = new GroupedAuc(Map.of(1L, new GroupedAuc.Group(0.5, 2), 3L, new GroupedAuc.Group(0.1, 5)));
        var told = PairedBootstrap.of(ours, theirs, 100, 1);
        assertThat(told.difference()).isCloseTo(-0.1, within(EXACT));
        assertThat(told.standing()).isEqualTo(PairedBootstrap.Standing.BEHIND);
    }
}
