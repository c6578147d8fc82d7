package org.kanmai.app.feed.scoring;

import java.time.Duration;
import java.util.List;
import org.kanmai.app.feed.scoring.Entry.Term;
import org.kanmai.distribution.policy.RankingRule;
import org.kanmai.ranking.Measure;

/** The scorers that rank while no model does; each term lies in [-1, 1] before its weight. */
public final class Scorers {
    private static final double EXPECTED_COMPLETION = 0.3;
    private static final double EXPECTED_LIKING = 0.04;
    private static final double EXPECTATION_WORTH = 30;
    private static final Duration FRESHNESS_HALVES = Duration.ofHours(24);

    private Scorers() {}

    /** Returns the score that is the sum of all of them, by the weights of a policy. */
    public static Scoring all(RankingRule weights) {
        return Scoring.sumOf(List.of(
                interest(weights.interest()),
                completion(weights.completion()),
                liking(weights.liking()),
                freshness(weights.freshness()),
                following(weights.following())));
    }

    /** Returns the sum of those that know no person. */
    public static Scoring ofAnybody(RankingRule weights) {
        return Scoring.sumOf(
                List.of(completion(weights.completion()), liking(weights.liking()), freshness(weights.freshness())));
    }

    /** How well the work fits what the viewer likes these hours. */
    public static CandidateScorer interest(double weight) {
        return (entry, situation) -> {
            var candidate = entry.candidate();
            double affinity = situation.taste().affinity(candidate.creator(), candidate.tags());
            return new Term("interest", weight * affinity, situation.taste().strongest(candidate.tags()));
        };
    }

    /** How many of those who saw it watched it to the end. */
    public static CandidateScorer completion(double weight) {
        return (entry, situation) -> new Term(
                "completion",
                weight * entry.counted().rate(Measure.COMPLETED, EXPECTED_COMPLETION, EXPECTATION_WORTH),
                "");
    }

    /** How many of those who saw it liked it, five in a hundred counting as much as a tenth of the way to all. */
    public static CandidateScorer liking(double weight) {
        return (entry, situation) -> new Term(
                "like",
                weight * Math.min(1, 5 * entry.counted().rate(Measure.LIKED, EXPECTED_LIKING, EXPECTATION_WORTH)),
                "");
    }

    /** How new it is: 1 at once, halved each day. */
    public static CandidateScorer freshness(double weight) {
        return (entry, situation) -> {
            var age = Duration.between(entry.candidate().publishedAt(), situation.now());
            double halvings = Math.max(0, age.toMillis()) / (double) FRESHNESS_HALVES.toMillis();
            return new Term("freshness", weight * Math.pow(0.5, halvings), "");
        };
    }

    /** Whether the viewer follows its creator. */
    public static CandidateScorer following(double weight) {
        return (entry, situation) -> new Term(
                "follow",
                situation.audience().followed().contains(entry.candidate().creator()) ? weight : 0,
                "");
    }
}
