package org.kanmai.app.feed;

import java.util.List;
import org.kanmai.app.traffic.slots.Pools;
import org.kanmai.distribution.policy.RankingRule;

/**
 * The steps of a feed, in order.
 *
 * @param sources an earlier one's claim to a candidate that several bring stands
 */
record Recipe(List<CandidateSource> sources, List<CandidateFilter> filters, List<CandidateScorer> scorers) {

    /** What a viewer is recommended. */
    static Recipe forYou(Sources sources, Pools pools, RankingRule weights) {
        return new Recipe(
                List.of(
                        sources.interest(),
                        sources.following(),
                        sources.popular(),
                        sources.fresh(),
                        sources.explore(),
                        sources.owed()),
                List.of(
                        Filters.own(),
                        Filters.blocked(),
                        Filters.seen(),
                        Filters.unwantedCreator(),
                        Filters.mutedTag(),
                        Filters.poolWaits(pools)),
                List.of(
                        Scorers.interest(weights.interest()),
                        Scorers.completion(weights.completion()),
                        Scorers.liking(weights.liking()),
                        Scorers.freshness(weights.freshness()),
                        Scorers.following(weights.following())));
    }

    /** The works of followed creators, the newest first. */
    static Recipe following(Sources sources) {
        return new Recipe(
                List.of(sources.following()),
                List.of(Filters.own(), Filters.blocked(), Filters.seen()),
                List.of(Scorers.freshness(1)));
    }

    /** The same for who wants to see seen works again. */
    Recipe again(Sources sources) {
        return new Recipe(List.of(sources.again()), List.of(Filters.own(), Filters.blocked()), scorers);
    }
}
