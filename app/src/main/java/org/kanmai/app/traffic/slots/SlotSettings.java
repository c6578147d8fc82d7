package org.kanmai.app.traffic.slots;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long positions are waited for.
 *
 * @param placed a position that was placed and did not come into sight for so long is given again
 * @param unused a position that was not placed for so long goes back to all nodes
 */
@ConfigurationProperties("kanmai.traffic.slots")
record SlotSettings(
        @DefaultValue("10m") Duration placed,
        @DefaultValue("2m") Duration unused) {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    SlotSettings {
        if (!placed.isPositive() || placed.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "positions that were placed are waited for up to ten minutes, not " + placed);
        }
        if (!unused.isPositive() || unused.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("positions are kept unused for up to ten minutes, not " + unused);
        }
    }

    /** Returns after how long a node that was not heard of has none of its positions any more. */
    Duration lost() {
        return placed.plusMinutes(2);
    }
}
