package org.kanmai.app.feed.learned;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How channels of recall are learned.
 *
 * @param learning whether this process learns them
 * @param every how often at most
 * @param least likings that there must be
 * @param likings newest that are learned from
 * @param works newest that can be found
 * @param records of the log that are read again when the process starts
 */
@ConfigurationProperties("kanmai.recall.learned")
record RecallLearningSettings(
        @DefaultValue("true") boolean learning,
        @DefaultValue("15m") Duration every,
        @DefaultValue("200") int least,
        @DefaultValue("200000") int likings,
        @DefaultValue("20000") int works,
        @DefaultValue("2000000") long records) {
    private static final int MOST_LIKINGS = 5_000_000;
    private static final int MOST_WORKS = 100_000;

    RecallLearningSettings {
        if (every.toSeconds() < 1
                || least < 1
                || likings < least
                || likings > MOST_LIKINGS
                || works < 1
                || works > MOST_WORKS
                || records < 0) {
            throw new IllegalArgumentException("kanmai.recall.learned: a value is out of its range");
        }
    }
}
