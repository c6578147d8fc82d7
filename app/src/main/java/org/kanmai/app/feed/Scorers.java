package org.kanmai.app.feed;

import java.time.Duration;
import org.kanmai.app.feed.Entry.Term;
import org.kanmai.ranking.Measure;

/** The scorers of the first feed; each term lies in [-1, 1] before its weight. */
final class Scorers {
    private static final double EXPECTED_COMPLETION = 0.3;
    private static final double EXPECTED_LIKING = 0.04;
    private static final double EXPECTATION_WORTH = 30;
    private static final Duration FRESHNESS_HALVES = Duration.ofHours(24);

    private Scorers() {}

    /** How well the work fits what the viewer likes these hours. */
    static CandidateScorer interest(double weight) {
        return (entry, situation) -> {
            var candidate = entry.candidate();
            double affinity = situation.taste().affinity(candidate.creator(), candidate.tags());
            return new Term("interest", weight * affinity, situation.taste().strongest(candidate.tags()));
        };
    }

    /** How many of those who saw it watched it to the end. */
    static CandidateScorer completion(double weight) {
        return (entry, situation) -> new Term(
                "completion",
                weight * entry.counted().rate(Measure.COMPLETED, EXPECTED_COMPLETION, EXPECTATION_WORTH),
                "");
    }

    /** How many of those who saw it liked it, five in a hundred counting as much as a tenth of the way to all. */
    static CandidateScorer liking(double weight) {
        return (entry, situation) -> new Term(
                "like",
                weight * Math.min(1, 5 * entry.counted().rate(Measure.LIKED, EXPECTED_LIKING, EXPECTATION_WORTH)),
                "");
    }

    /** How new it is: 1 at once, halved each day. */
    static CandidateScorer freshness(double weight) {
        return (entry, situation) -> {
            var age = Duration.between(entry.candidate().publishedAt(), situation.now());
            double halvings = Math.max(0, age.toMillis()) / (double) FRESHNESS_HALVES.toMillis();
            return new Term("freshness", weight * Math.pow(0.5, halvings), "");
        };
    }

    /** Whether the viewer follows its creator. */
    static CandidateScorer following(double weight) {
        return (entry, situation) -> new Term(
                "follow", situation.followed().contains(entry.candidate().creator()) ? weight : 0, "");
    }
}
