package org.kanmai.distribution.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.distribution.policy.Trade;
import org.kanmai.facts.Verdict;

class LadderTests {
    private final DistributionPolicy policy = PolicyDocument.first();
    private final Ladder ladder = new Ladder(policy);

    @Test
    @Tag("TD-03")
    void theFirstPoolDecidesNothingBeforeItIsWhole() {
        var great = SomeUnits.trial(299, 1_000, 1);
        assertThat(decide(1, great, 300)).isEqualTo(Verdict.UNDECIDED);
        assertThat(decide(1, great, 299)).isEqualTo(Verdict.PROMOTED_ON_EVIDENCE);
    }

    @Test
    @Tag("TD-04")
    @Tag("TD-05")
    void laterPoolsDecideAsSoonAsTheEvidenceSuffices() {
        for (int pool = 2; pool <= 3; pool++) {
            assertThat(decide(pool, SomeUnits.trial(150, 900, 1), 5_000)).isEqualTo(Verdict.PROMOTED_ON_EVIDENCE);
            assertThat(decide(pool, SomeUnits.trial(150, 100, 1), 5_000)).isEqualTo(Verdict.STOPPED_ON_EVIDENCE);
            assertThat(decide(pool, SomeUnits.trial(150, 500, 1), 5_000)).isEqualTo(Verdict.UNDECIDED);
            assertThat(decide(pool, SomeUnits.trial(150, 500, 1), 150)).isEqualTo(Verdict.ENTERS_ROUND);
        }
    }

    @Test
    @Tag("TD-04")
    void evidenceIsWhatThePoolsShareOfTheErrorAsksFor() {
        var decision = ladder.decide(2, SomeUnits.trial(150, 500, 1), 1_000, SomeUnits.bar(0.3), Trade.SHOWS_NOTHING);
        assertThat(decision.needed()).isCloseTo(Math.log(1 / 0.02), within(1e-12));
        assertThat(ladder.decide(3, new Trial(), 1_000, SomeUnits.bar(0.3), Trade.SHOWS_NOTHING)
                        .needed())
                .isCloseTo(Math.log(1 / 0.01), within(1e-12));
    }

    @Test
    @Tag("TD-04")
    void aRoundPromotesAsManyAsTheNextPoolCarriesAndTiesGoToTheEarlier() {
        var round = Ladder.round(
                List.of(
                        new Contender(4, 0.7),
                        new Contender(3, 0.9),
                        new Contender(2, 0.8),
                        new Contender(1, 0.9),
                        new Contender(5, 0.8)),
                3);
        assertThat(round.keySet()).containsExactly(1L, 3L, 2L, 5L, 4L);
        assertThat(round.values())
                .containsExactly(
                        Verdict.PROMOTED_BY_RANK,
                        Verdict.PROMOTED_BY_RANK,
                        Verdict.PROMOTED_BY_RANK,
                        Verdict.STOPPED_BY_RANK,
                        Verdict.STOPPED_BY_RANK);
        assertThat(Ladder.round(List.of(new Contender(1, 2)), 0).values()).containsExactly(Verdict.STOPPED_BY_RANK);
    }

    @Test
    @Tag("TD-04")
    @Tag("TD-05")
    void theNextQuotaIsEarnedByTheLowerBoundAndStaysInItsRange() {
        assertThat(ladder.nextQuota(1, 0.5)).isEqualTo(1_000);
        assertThat(ladder.nextQuota(1, 1)).isEqualTo(1_000);
        assertThat(ladder.nextQuota(1, 1.25)).isEqualTo(3_000);
        assertThat(ladder.nextQuota(1, 9)).isEqualTo(5_000);
        assertThat(ladder.nextQuota(2, 0)).isEqualTo(10_000);
        assertThat(ladder.nextQuota(2, 9)).isEqualTo(300_000);
    }

    @Test
    @Tag("TD-06")
    void nothingGoesHotWithoutAReviewersRecordedYes() {
        var passed = new Decision(3, 10_000, 10_000, 9, 0, 4, Verdict.PROMOTED_ON_EVIDENCE);
        var yes = new HotReview(70, 8, 5, HotReview.Answer.LET_GO);
        assertThat(ladder.hot(5, passed, List.of())).isEmpty();
        assertThat(ladder.hot(5, passed, List.of(new HotReview(71, 9, 6, HotReview.Answer.LET_GO))))
                .isEmpty();
        assertThat(ladder.hot(5, passed, List.of(yes, new HotReview(71, 9, 5, HotReview.Answer.REFUSE))))
                .isEmpty();
        assertThat(ladder.hot(5, passed, List.of(yes))).contains(new HotEntry(5, 1_000_000, List.of(yes)));
        assertThatThrownBy(() -> new HotEntry(5, 1, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HotReview(0, 8, 5, HotReview.Answer.LET_GO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("TD-06")
    void onlyWhatTheLastPoolPromotedCanGoHot() {
        var yes = List.of(new HotReview(70, 8, 5, HotReview.Answer.LET_GO));
        assertThatThrownBy(() -> ladder.hot(5, new Decision(2, 1, 1, 9, 0, 4, Verdict.PROMOTED_ON_EVIDENCE), yes))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ladder.hot(5, new Decision(3, 1, 1, 0, 0, 4, Verdict.ENTERS_ROUND), yes))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHarderCellAsksLess() {
        var factors = new java.util.ArrayList<>(PoolBar.NO_FACTORS);
        for (int place = 0; place < factors.size(); place++) {
            factors.set(place, 0.4);
        }
        var trial = SomeUnits.trial(300, 350, 1);
        var easier = new PoolBar(0.3, Map.of(), factors, 0, Cohort.ALL);
        assertThat(decide(2, trial, 5_000)).isEqualTo(Verdict.STOPPED_ON_EVIDENCE);
        assertThat(ladder.decide(2, trial, 5_000, easier, Trade.SHOWS_NOTHING).verdict())
                .isEqualTo(Verdict.PROMOTED_ON_EVIDENCE);
    }

    private Verdict decide(int pool, Trial trial, int quota) {
        return ladder.decide(pool, trial, quota, SomeUnits.bar(0.3), Trade.SHOWS_NOTHING)
                .verdict();
    }
}
