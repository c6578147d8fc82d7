package org.kanmai.app.feed;

import java.time.Duration;
import java.util.List;
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
            double affinity = situation.interests().affinity(candidate.creator(), candidate.tags(), situation.now());
            return new Term("interest", weight * affinity, strongest(candidate.tags(), situation));
        };
    }

    /** Returns the tag that the viewer likes most; empty when the viewer likes none. */
    private static String strongest(List<String> tags, Situation situation) {
        var strongest = "";
        double most = 0;
        for (var tag : tags) {
            double liked = situation.interests().tag(tag, situation.now());
            if (liked > most) {
                strongest = tag;
                most = liked;
            }
        }
        return strongest;
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
