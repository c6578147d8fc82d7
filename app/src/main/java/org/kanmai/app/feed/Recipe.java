package org.kanmai.app.feed;

import java.util.List;
import org.kanmai.app.feed.recall.CandidateSource;
import org.kanmai.app.feed.scoring.Scorers;
import org.kanmai.app.feed.scoring.Scoring;
import org.kanmai.app.traffic.slots.Pools;
import org.kanmai.distribution.policy.RankingRule;
import org.kanmai.facts.Source;

/**
 * The steps of a feed, in order.
 *
 * @param sources an earlier one's claim to a candidate that several bring stands
 */
record Recipe(List<CandidateSource> sources, List<CandidateFilter> filters, Scoring scoring) {

    /** What a viewer who agreed to be profiled is recommended. */
    static Recipe forYou(Sources sources, Pools pools, Scoring scoring) {
        return new Recipe(
                List.of(
                        sources.interest(),
                        sources.similar(),
                        sources.learned(Source.SEQUENCE),
                        sources.learned(Source.CONTENT),
                        sources.learned(Source.GRAPH),
                        sources.following(),
                        sources.friends(),
                        sources.nearby(),
                        sources.trending(),
                        sources.popular(),
                        sources.fresh(),
                        sources.explore(),
                        sources.owed()),
                recommendable(pools),
                scoring);
    }

    /** What is recommended to who has not agreed: no part of it can tell one person from another but by what each refused or has seen. */
    static Recipe forAnybody(Sources sources, Pools pools, RankingRule weights) {
        return new Recipe(
                List.of(sources.trending(), sources.popular(), sources.fresh(), sources.explore(), sources.owed()),
                recommendable(pools),
                Scorers.ofAnybody(weights));
    }

    private static List<CandidateFilter> recommendable(Pools pools) {
        return List.of(
                Filters.own(),
                Filters.blocked(),
                Filters.seen(),
                Filters.unwantedCreator(),
                Filters.mutedTag(),
                Filters.poolWaits(pools));
    }

    /** The works of followed creators, the newest first. */
    static Recipe following(Sources sources) {
        return new Recipe(
                List.of(sources.following()),
                List.of(Filters.own(), Filters.blocked(), Filters.seen()),
                Scoring.sumOf(List.of(Scorers.freshness(1))));
    }

    /** What rises and what many like now; it knows no person but by what each refused or has seen. */
    static Recipe hot(Sources sources, Pools pools, RankingRule weights) {
        return new Recipe(
                List.of(sources.trending(), sources.popular()), recommendable(pools), Scorers.ofAnybody(weights));
    }

    /** The works of those who live where the viewer does. */
    static Recipe nearby(Sources sources, Pools pools, RankingRule weights) {
        return new Recipe(List.of(sources.nearby()), recommendable(pools), Scorers.ofAnybody(weights));
    }

    /** The same for who wants to see seen works again. */
    Recipe again(Sources sources) {
        return new Recipe(List.of(sources.again()), List.of(Filters.own(), Filters.blocked()), scoring);
    }
}
