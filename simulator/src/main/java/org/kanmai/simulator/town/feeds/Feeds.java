package org.kanmai.simulator.town.feeds;

import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.simulator.town.world.Feed;
import org.kanmai.simulator.town.world.Town;

/** Makes the feeds that can be tried. */
public final class Feeds {
    /** What others do. */
    public enum Baseline {
        /** The ladder's own ranking, without its later pools. */
        SCORE("score"),
        LIKES_GATED("likes-gated"),
        POPULARITY("popularity"),
        UNIFORM("uniform"),
        THOMPSON("thompson"),
        ALL_KNOWING("all-knowing");

        private final String key;

        Baseline(String key) {
            this.key = key;
        }

        /** Returns its name in tables. */
        public String key() {
            return key;
        }
    }

    private Feeds() {}

    /** Returns the ladder of a policy. */
    public static TriedFeed ladder(DistributionPolicy policy, Town town, long seed) {
        return new LadderFeed(policy, town, seed);
    }

    /** Returns a baseline as its authors run it: new works are owed nothing. */
    public static TriedFeed alone(Baseline baseline, DistributionPolicy policy, Town town, long seed) {
        return new RankedFeed(ranking(baseline, policy, town, seed), town, seed);
    }

    /** Returns a baseline that owes the policy's first pool. */
    public static TriedFeed owing(Baseline baseline, DistributionPolicy policy, Town town, long seed) {
        return owing(alone(baseline, policy, town, seed), policy, town);
    }

    /** Returns a feed that owes the policy's first pool in reserved positions and fills the others by another. */
    public static TriedFeed owing(Feed others, DistributionPolicy policy, Town town) {
        return new OwingFeed(others, policy, town);
    }

    private static Ranking ranking(Baseline baseline, DistributionPolicy policy, Town town, long seed) {
        return switch (baseline) {
            case SCORE -> new ScoreRanking(town, policy.ranking());
            case LIKES_GATED -> new LikesRanking(town);
            case POPULARITY -> new PopularityRanking(town.works());
            case UNIFORM -> new EvenRanking();
            case THOMPSON -> new ThompsonRanking(town, seed);
            case ALL_KNOWING -> new TrueRanking(town);
        };
    }
}
