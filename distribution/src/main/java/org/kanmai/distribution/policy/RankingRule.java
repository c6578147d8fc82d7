package org.kanmai.distribution.policy;

/** What each term counts in the score by which the other positions of a page are filled (TD-22). */
public record RankingRule(double interest, double completion, double liking, double freshness, double following) {
    public RankingRule {
        if (!(interest >= 0 && completion >= 0 && liking >= 0 && freshness >= 0 && following >= 0)) {
            throw new IllegalArgumentException("weights of ranking are not negative");
        }
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
