package org.kanmai.app.feed;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the rules of distribution leave open: limits of the sources and how pages are drawn.
 *
 * @param perSource most candidates that one source may bring
 * @param temperature of randomised positions, in units of score
 * @param perCreator most works of one creator on a page
 * @param diversity what is taken from the score of a work that has all tags in common with one before it, in units of score
 * @param zone of the clock on the wall by which hours are told
 * @param sampleEvery one of so many requests logs its whole set of candidates
 * @param countersMemory for how long pages of this process share what they read of a work's counters; so much later pages may follow facts
 */
@ConfigurationProperties("kanmai.feed")
record FeedSettings(
        @DefaultValue("200") int perSource,
        @DefaultValue("0.08") double temperature,
        @DefaultValue("1") int perCreator,
        @DefaultValue("0.05") double diversity,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("100") int sampleEvery,
        @DefaultValue("250ms") Duration countersMemory) {

    private static final Duration LONGEST_MEMORY = Duration.ofSeconds(1);

    FeedSettings {
        if (perSource < 1
                || perSource > 1_000
                || !(temperature > 0)
                || perCreator < 1
                || sampleEvery < 1
                || !(diversity >= 0)
                || countersMemory.isNegative()
                || countersMemory.compareTo(LONGEST_MEMORY) > 0) {
            throw new IllegalArgumentException("kanmai.feed: a value is out of its range");
        }
    }
}
