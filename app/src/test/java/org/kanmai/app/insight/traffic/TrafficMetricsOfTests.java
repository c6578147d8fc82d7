package org.kanmai.app.insight.traffic;

import org.kanmai.app.insight.board.Metrics;

/** The dictionary's metrics of traffic, for tests of other packages. */
public final class TrafficMetricsOfTests {
    private TrafficMetricsOfTests() {}

    public static TrafficMetrics of(Metrics metrics) {
        return new TrafficMetrics(metrics);
    }
}
