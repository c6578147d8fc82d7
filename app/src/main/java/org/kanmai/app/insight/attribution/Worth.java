package org.kanmai.app.insight.attribution;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How often those bought who met just some channels: the game that Shapley's values divide. */
final class Worth {
    /** Nothing is known of any channels. */
    static final Worth UNKNOWN = new Worth(Map.of());

    private final Map<Set<String>, Double> rates = new HashMap<>();

    /** So many met these channels and no others, and so many of them bought. */
    record Counted(long journeys, long bought) {}

    Worth(Map<Set<String>, Counted> counted) {
        counted.forEach((channels, count) -> {
            if (count.journeys > 0) {
                rates.put(Set.copyOf(channels), (double) Math.min(count.bought, count.journeys) / count.journeys);
            }
        });
    }

    /** Returns the share of those who met just these that bought; 0 when nobody is known to have met them. */
    double rate(Set<String> channels) {
        return rates.getOrDefault(channels, 0.0);
    }
}
