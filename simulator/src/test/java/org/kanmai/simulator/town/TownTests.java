package org.kanmai.simulator.town;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.simulator.town.feeds.Feeds;
import org.kanmai.simulator.town.world.TownSize;

/** Small towns of fixed seeds: directions and invariants, no decimals. */
class TownTests {
    private static final TownSize SMALL = new TownSize(150, 2_000, 600, 20);
    private static final int DAYS = 8;

    private final DistributionPolicy policy = PolicyDocument.first();
    private final Figures ladder = ladder(SMALL, 7);

    @Test
    void theSameSeedGivesTheSameResultsToTheLastBitAndAnotherDoesNot() {
        assertThat(ladder(SMALL, 7).digest()).isEqualTo(ladder.digest());
        assertThat(ladder(SMALL, 8).digest()).isNotEqualTo(ladder.digest());
    }

    @Test
    @Tag("TD-02")
    @Tag("TD-03")
    void everyNewWorkGetsItsFirstPoolWholeAndInTimeAndNoMoreThanThat() {
        assertThat(ladder.pools()).isGreaterThan(90);
        assertThat(ladder.inTime()).isEqualTo(1);
        assertThat(ladder.over()).isZero();
    }

    @Test
    @Tag("TD-03")
    void whereThereIsTooLittleEveryShortfallWasForeseen() {
        var poor = ladder(new TownSize(300, 3_000, 1_500, 9), 7);
        assertThat(poor.inTime()).isLessThan(0.9);
        assertThat(poor.unforeseen()).isZero();
        assertThat(poor.over()).isZero();
    }

    @Test
    @Tag("TD-04")
    void worksClimbOnEvidenceAndByRankAndAreStopped() {
        assertThat(ladder.verdicts().keySet()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    @Tag("TD-31")
    void theLadderShowsBetterWorksThanChanceAndThanAGateOfLikesWithTheSameFirstPool() {
        assertThat(ladder.quality()).isGreaterThan(owing(Feeds.Baseline.UNIFORM).quality());
        var gated = owing(Feeds.Baseline.LIKES_GATED);
        assertThat(ladder.wasted()).isLessThan(gated.wasted());
        assertThat(ladder.watchedMinutes()).isGreaterThan(gated.watchedMinutes());
    }

    @Test
    void nobodyDoesBetterThanWhoKnowsAll() {
        var all = trials(SMALL, 7)
                .run(
                        "all-knowing",
                        policy,
                        (town, seed) -> Feeds.alone(Feeds.Baseline.ALL_KNOWING, policy, town, seed),
                        Trials.Progress.SILENT);
        assertThat(all.quality()).isGreaterThan(ladder.quality());
        assertThat(all.pools()).isZero();
    }

    private Figures owing(Feeds.Baseline baseline) {
        return trials(SMALL, 7)
                .run(
                        baseline.key(),
                        policy,
                        (town, seed) -> Feeds.owing(baseline, policy, town, seed),
                        Trials.Progress.SILENT);
    }

    private Figures ladder(TownSize size, long seed) {
        return trials(size, seed)
                .run("ladder", policy, (town, at) -> Feeds.ladder(policy, town, at), Trials.Progress.SILENT);
    }

    private static Trials trials(TownSize size, long seed) {
        return new Trials(size, DAYS, seed);
    }
}
