package org.kanmai.distribution.policy;

import java.util.Map;
import java.util.Set;

/**
 * What each term counts in the score by which the other positions of a page are filled (TD-22).
 *
 * @param predicted what a prediction of the ranker counts, by what it predicts, such as {@code watch-time}; {@code dislike} counts
 *     against. Where there are none, or no ranker has learned enough, the other terms are the score
 */
public record RankingRule(
        double interest,
        double completion,
        double liking,
        double freshness,
        double following,
        Map<String, Double> predicted) {
    /** What a ranker predicts of an exposure. */
    public static final Set<String> PREDICTIONS = Set.of(
            "hold", "completion", "watch-time", "like", "comment", "share", "follow", "open", "order", "dislike");

    public RankingRule {
        predicted = Map.copyOf(predicted);
        if (!PREDICTIONS.containsAll(predicted.keySet())) {
            throw new IllegalArgumentException("predictions are some of " + PREDICTIONS + ", not " + predicted);
        }
        if (!(interest >= 0 && completion >= 0 && liking >= 0 && freshness >= 0 && following >= 0)
                || !predicted.values().stream().allMatch(weight -> weight >= 0)) {
            throw new IllegalArgumentException("weights of ranking are not negative");
        }
    }

    /** Takes the weights of a score without predictions. */
    public RankingRule(double interest, double completion, double liking, double freshness, double following) {
        this(interest, completion, liking, freshness, following, Map.of());
    }

    /** Returns the score of these terms, each in [-1, 1]. */
    public double score(
            double interestOf, double completionOf, double likingOf, double freshnessOf, double followingOf) {
        return interest * interestOf
                + completion * completionOf
                + liking * likingOf
                + freshness * freshnessOf
                + following * followingOf;
    }
}
