package org.kanmai.app.river;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the river runs.
 *
 * @param relayBatch facts that the relay sends at once
 * @param relayPause the longest that a fact waits for the relay to look again
 * @param relayGather how long the relay waits for more, once there is something
 * @param lease how long a holder of a lease stays it without renewing
 * @param tokenAge how long an item token is good
 * @param acknowledge the longest wait for the log to acknowledge
 */
@ConfigurationProperties("kanmai.river")
public record RiverSettings(
        @DefaultValue("500") int relayBatch,
        @DefaultValue("200ms") Duration relayPause,
        @DefaultValue("10ms") Duration relayGather,
        @DefaultValue("10s") Duration lease,
        @DefaultValue("24h") Duration tokenAge,
        @DefaultValue("5s") Duration acknowledge) {
    public RiverSettings {
        if (relayBatch < 1 || relayBatch > 10_000) {
            throw new IllegalArgumentException("kanmai.river: relay-batch must be 1-10000");
        }
    }
}
