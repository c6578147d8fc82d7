package org.kanmai.simulator.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.ranking.network.NetworkSettings;
import org.kanmai.simulator.town.feeds.Feeds;
import org.kanmai.simulator.town.ranker.Aim;
import org.kanmai.simulator.town.ranker.RankerFeeds;
import org.kanmai.simulator.town.world.TownSize;

/** The site's ranker in a tiny town of a fixed seed: directions, no decimals. */
class RankerTests {
    private static final TownSize TINY = new TownSize(60, 800, 240, 6);
    private static final int DAYS = 4;
    private static final NetworkSettings SMALL =
            new NetworkSettings(4, List.of(24), 4, 0.004, 0.05, 1e-6, 1, 2, 1 << 12, 20_000_000, 1 << 10);

    private final DistributionPolicy policy = PolicyDocument.first();
    private final Aim usual = new Aim(policy.ranking());
    private final RankerTrials trials = new RankerTrials(TINY, DAYS, List.of(7L));
    private final Yield ranked = ranked(usual);
    private final Yield plain = run(
            "popularity",
            new RankerTrials.Contender(
                    "popularity",
                    policy,
                    usual,
                    (town, seed) -> Feeds.owing(Feeds.Baseline.POPULARITY, policy, town, seed)));

    @Test
    @Tag("TD-19")
    @Tag("TD-31")
    void theRankerIsWatchedAndBoughtFromMoreThanWhatIsPopularAndFresh() {
        assertThat(ranked.figures().watchedMinutes())
                .isGreaterThan(1.02 * plain.figures().watchedMinutes());
        assertThat(ranked.worth()).isGreaterThan(plain.worth());
        assertThat(ranked.figures().over()).isZero();
    }

    @Test
    @Tag("TD-32")
    void whoIsNewIsShownWhatIsWorthMoreThanWhatIsPopular() {
        assertThat(mean(ranked.newcomers())).isGreaterThan(mean(plain.newcomers()));
    }

    private static double mean(List<Double> curve) {
        return curve.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    @Test
    void theSameSeedGivesTheSameResultsToTheLastBit() {
        assertThat(ranked(usual).figures().digest()).isEqualTo(ranked.figures().digest());
    }

    @Test
    @Tag("TD-27")
    @Tag("TD-33")
    void weightsOfHeadsMoveTheFrontTheirWay() {
        var watching = ranked(usual.with(Map.of("watch-time", 1.0)));
        assertThat(watching.figures().watchedMinutes())
                .isGreaterThan(ranked.figures().watchedMinutes());
        assertThat(watching.satisfaction()).isLessThan(ranked.satisfaction());
    }

    @Test
    @Tag("TD-28")
    @Tag("TD-33")
    void whatIsAddedForWorksThatSellBringsTurnoverAndWhatIsTakenForReachBringsEquality() {
        var selling = ranked(new Aim(policy.ranking(), 0.3, 0));
        var broad = ranked(new Aim(policy.ranking(), 0, 1));
        assertThat(selling.turnover()).isGreaterThan(1.08 * ranked.turnover());
        assertThat(broad.figures().gini()).isLessThan(ranked.figures().gini());
    }

    @Test
    void nobodyDoesBetterThanWhoKnowsTheTruth() {
        var oracle = run(
                "oracle",
                new RankerTrials.Contender(
                        "oracle", policy, usual, (town, seed) -> RankerFeeds.oracle(usual, policy, town)));
        assertThat(oracle.worth()).isGreaterThan(ranked.worth());
    }

    private Yield ranked(Aim aim) {
        return run(
                "ranker",
                new RankerTrials.Contender(
                        "ranker",
                        policy,
                        usual,
                        (town, seed) -> RankerFeeds.ranker(aim, SMALL, policy, trials.newcomers(), town, seed)));
    }

    private Yield run(String name, RankerTrials.Contender contender) {
        return trials.run(List.of(contender), () -> Trials.Progress.SILENT)
                .getOrDefault(name, List.of())
                .getFirst();
    }
}
