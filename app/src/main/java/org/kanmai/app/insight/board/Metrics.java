package org.kanmai.app.insight.board;

import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;

/** The dictionary: every figure once, in the order in which boards show them. */
public record Metrics(List<Metric> metrics) {
    public Metrics {
        metrics = List.copyOf(metrics);
        var keys = new HashSet<String>();
        if (!metrics.stream().allMatch(metric -> keys.add(metric.key()))) {
            throw new IllegalArgumentException("a metric is defined twice");
        }
    }

    /** Returns the metric with a key. */
    public Metric of(String key) {
        return metrics.stream()
                .filter(metric -> metric.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no metric is called " + key));
    }
}
