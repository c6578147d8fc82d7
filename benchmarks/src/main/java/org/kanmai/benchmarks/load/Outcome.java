package org.kanmai.benchmarks.load;

import java.time.Duration;

/**
 * What became of a load.
 *
 * @param latencies of the calls that went well
 * @param failed calls that did not
 */
public record Outcome(Latencies latencies, int failed, Duration took) {

    /** Returns how many calls went well in a second. */
    public double perSecond() {
        return latencies.count() / (took.toNanos() / 1e9);
    }
}
