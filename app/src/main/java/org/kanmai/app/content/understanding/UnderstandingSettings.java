package org.kanmai.app.content.understanding;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the machine understanding takes.
 *
 * @param workers works understood at once; 0 for none, then works wait
 * @param remembered the newest works kept in memory for recommending, some 3 kB each
 */
@ConfigurationProperties("kanmai.content.understanding")
record UnderstandingSettings(
        @DefaultValue("1") int workers,
        @DefaultValue("20000") int remembered) {
    private static final int MOST_WORKERS = 4;

    UnderstandingSettings {
        if (workers < 0 || workers > MOST_WORKERS || remembered < 1) {
            throw new IllegalArgumentException("kanmai.content.understanding: workers are 0-4, remembered is positive");
        }
    }
}
