package org.kanmai.app.feed;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rules of the feed in force: limits of the sources, weights of the scorers, and how pages are drawn.
 *
 * @param policy version number of these rules, on every exposure
 * @param perSource most candidates that one source may bring
 * @param temperature of randomised positions, in units of score
 * @param perCreator most works of one creator on a page
 * @param sampleEvery one of so many requests logs its whole set of candidates
 * @param needsExposures a work with fewer exposures has a claim to reserved positions
 */
@ConfigurationProperties("kanmai.feed")
record FeedSettings(
        @DefaultValue("1") int policy,
        @DefaultValue("200") int perSource,
        @DefaultValue("0.08") double temperature,
        @DefaultValue("1") int perCreator,
        @DefaultValue("100") int sampleEvery,
        @DefaultValue("200") int needsExposures,
        @DefaultValue Weights weights) {

    /** What each scorer's term, in [-1, 1], counts in the final score. */
    record Weights(
            @DefaultValue("0.45") double interest,
            @DefaultValue("0.30") double completion,
            @DefaultValue("0.15") double liking,
            @DefaultValue("0.10") double freshness,
            @DefaultValue("0.15") double following) {}

    FeedSettings {
        if (perSource < 1
                || perSource > 1_000
                || !(temperature > 0)
                || perCreator < 1
                || sampleEvery < 1
                || policy < 1) {
            throw new IllegalArgumentException("kanmai.feed: a value is out of its range");
        }
    }
}
