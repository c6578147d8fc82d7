package org.kanmai.app.insight.traffic;

import java.util.List;
import java.util.stream.Stream;
import org.kanmai.app.insight.board.Metric;
import org.kanmai.app.insight.board.Metrics;
import org.springframework.stereotype.Component;

/** Which metrics of the dictionary are of traffic as a whole. */
@Component
public class TrafficMetrics {
    private final Metrics metrics;

    TrafficMetrics(Metrics metrics) {
        this.metrics = metrics;
    }

    /** Returns those of how exposures are spread. */
    public List<Metric> spread() {
        return of("gini", "top-share", "top-percent-share", "head-to-waist");
    }

    /** Returns those of which positions were not given by rank. */
    public List<Metric> positions() {
        return of("reserved-share", "randomised-share");
    }

    /** Returns those of who stays, of 7, 14 and 30 days. */
    List<Metric> survival() {
        return of("survival-7", "survival-14", "survival-30");
    }

    private List<Metric> of(String... keys) {
        return Stream.of(keys).map(metrics::of).toList();
    }
}
