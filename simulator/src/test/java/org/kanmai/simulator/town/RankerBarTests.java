package org.kanmai.simulator.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.simulator.town.feeds.Feeds;
import org.kanmai.simulator.town.ranker.Aim;
import org.kanmai.simulator.town.ranker.RankerFeeds;
import org.kanmai.simulator.town.world.TownSize;

/** How far the ranker comes from what is popular and fresh to who knows the truth, in several towns: some minutes. */
@Tag("deep")
class RankerBarTests {
    private static final String PLAIN = "popularity";
    private static final String RANKER = "ranker";
    private static final String ORACLE = "oracle";

    private final DistributionPolicy policy = PolicyDocument.first();
    private final Aim aim = new Aim(
            new Aim(policy.ranking())
                    .with(Map.of("watch-time", 0.5, "open", 0.1, "order", 1.0))
                    .rule(),
            0,
            0.05);
    private final RankerTrials trials =
            new RankerTrials(new TownSize(300, 4_000, 1_200, 10), 8, List.of(11L, 12L, 13L));

    @Test
    @Tag("TD-19")
    @Tag("TD-31")
    @Tag("TD-33")
    void threeFifthsOfTheGapAreClosedInWatchingAndInOrdersAtAGiniNoWorse() {
        var results = trials.run(
                List.of(
                        new RankerTrials.Contender(
                                PLAIN,
                                policy,
                                aim,
                                (town, seed) -> Feeds.owing(Feeds.Baseline.POPULARITY, policy, town, seed)),
                        new RankerTrials.Contender(
                                RANKER,
                                policy,
                                aim,
                                (town, seed) -> RankerFeeds.ranker(aim, policy, trials.newcomers(), town, seed)),
                        new RankerTrials.Contender(
                                ORACLE, policy, aim, (town, seed) -> RankerFeeds.oracle(aim, policy, town))),
                () -> Trials.Progress.SILENT);
        var plain = results.getOrDefault(PLAIN, List.of());
        var ranked = results.getOrDefault(RANKER, List.of());
        var oracle = results.getOrDefault(ORACLE, List.of());
        assertThat(RankerTable.closed(plain, oracle, ranked, RankerTable::minutes)
                        .mean())
                .isGreaterThan(0.6);
        assertThat(RankerTable.closed(plain, oracle, ranked, Yield::orders).mean())
                .isGreaterThan(0.6);
        assertThat(RankerTable.more(ranked, plain, each -> each.figures().gini())
                        .mean())
                .isLessThan(0);
    }
}
