package org.kanmai.simulator.town.ranker;

import java.util.List;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.ranking.network.NetworkSettings;
import org.kanmai.simulator.town.feeds.Feeds;
import org.kanmai.simulator.town.feeds.TriedFeed;
import org.kanmai.simulator.town.world.Town;

/** Makes feeds of the site's ranker, and what could be had at best; each owes the policy's first pool. */
public final class RankerFeeds {
    private RankerFeeds() {}

    /** Returns the ranker, which begins with nothing learned. */
    public static TriedFeed ranker(Aim aim, DistributionPolicy policy, Newcomers newcomers, Town town, long seed) {
        return ranker(aim, settings(seed), policy, newcomers, town, seed);
    }

    /** Returns the ranker with a network of other settings. */
    public static TriedFeed ranker(
            Aim aim, NetworkSettings settings, DistributionPolicy policy, Newcomers newcomers, Town town, long seed) {
        return Feeds.owing(new RankerFeed(aim, settings, newcomers, town, seed), policy, town);
    }

    /** Returns who knows the truth and wants the same. */
    public static TriedFeed oracle(Aim aim, DistributionPolicy policy, Town town) {
        return Feeds.owing(new OracleFeed(aim, town), policy, town);
    }

    /** Returns the settings of a network like a site's, smaller: a town has thousands of viewers and works. */
    public static NetworkSettings settings(long seed) {
        return new NetworkSettings(8, List.of(64, 32), 16, 0.002, 0.05, 1e-6, seed, 2, 1 << 15, 20_000_000, 1 << 13);
    }
}
