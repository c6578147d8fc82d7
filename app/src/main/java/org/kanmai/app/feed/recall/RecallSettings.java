package org.kanmai.app.feed.recall;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.kanmai.facts.Source;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the channels of a feed may bring and take.
 *
 * @param quota most candidates of one channel
 * @param quotas the same of single channels
 * @param off channels that bring nothing, so that what each is worth can be measured
 * @param budget how long a page waits for all channels that ask an engine
 * @param atOnce how many questions of one channel may be under way, those that nobody waits for any more included
 */
@ConfigurationProperties("kanmai.recall")
record RecallSettings(
        @DefaultValue("200") int quota,
        @DefaultValue Map<Source, Integer> quotas,
        @DefaultValue Set<Source> off,
        @DefaultValue("100ms") Duration budget,
        @DefaultValue("8") int atOnce) {
    private static final int MOST = 200;

    RecallSettings {
        quotas = Map.copyOf(quotas);
        off = Set.copyOf(off);
        if (isOut(quota)
                || quotas.values().stream().anyMatch(RecallSettings::isOut)
                || !budget.isPositive()
                || atOnce < 1) {
            throw new IllegalArgumentException("kanmai.recall: a value is out of its range");
        }
    }

    private static boolean isOut(int quota) {
        return quota < 1 || quota > MOST;
    }

    int of(Source source) {
        return quotas.getOrDefault(source, quota);
    }
}
