package org.kanmai.benchmarks.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.kanmai.benchmarks.http.Caller;
import org.kanmai.benchmarks.http.Connection;
import tools.jackson.databind.json.JsonMapper;

/** What the server tells of itself at {@code /actuator}. */
public record Meters(int port) {
    /** Returns how many feed decisions have been made so far, by their length. */
    public Buckets decisions() {
        return buckets("feed_decision");
    }

    /** Returns how many examples were learned so far, by how long their newest fact waited for it. */
    public Buckets lessons() {
        return buckets("feed_fact_learned");
    }

    private Buckets buckets(String timer) {
        var line = Pattern.compile(timer + "_seconds_bucket\\{.*le=\"([^\"]+)\".*} ([0-9.E+]+)");
        var counts = new TreeMap<Double, Double>();
        text("/actuator/prometheus").lines().map(line::matcher).forEach(bucket -> {
            if (bucket.matches()) {
                counts.put(bound(bucket.group(1)), Double.parseDouble(bucket.group(2)));
            }
        });
        return new Buckets(counts);
    }

    private static double bound(String text) {
        return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    /** Returns how many records the newest checkpoint of the streams has not taken in; -1 when that is not known. */
    public long lag() {
        var health = JsonMapper.shared().readTree(text("/actuator/health"));
        return health.path("components")
                .path("streams")
                .path("details")
                .path("lag")
                .asLong(-1);
    }

    /** Returns how many pages were ranked so far by something, {@code model} or {@code terms}. */
    public double ranked(String by) {
        return number("feed_ranked_total{by=\"" + by + "\"}");
    }

    /** Returns the version of the model that ranks, 0 while none does. */
    public int model() {
        return (int) number("feed_model_version");
    }

    private double number(String name) {
        return text("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private String text(String path) {
        try (var connection = new Connection(port)) {
            return new Caller().get(connection, path).text();
        }
    }

    /** A histogram: cumulative counts by upper bounds in seconds. */
    public record Buckets(Map<Double, Double> counts) {
        public Buckets {
            counts = new TreeMap<>(counts);
        }

        /** Returns what has been counted since an earlier reading. */
        public Buckets since(Buckets earlier) {
            var difference = new TreeMap<Double, Double>();
            counts.forEach((bound, count) -> difference.put(bound, count - earlier.counts.getOrDefault(bound, 0.0)));
            return new Buckets(difference);
        }

        /** Returns how many there are. */
        public double count() {
            return counts.getOrDefault(Double.POSITIVE_INFINITY, 0.0);
        }

        /** Returns the milliseconds below which that part lies, evenly spread within a bucket; infinite beyond the last bound. */
        public double millis(double quantile) {
            double wanted = quantile * counts.getOrDefault(Double.POSITIVE_INFINITY, 0.0);
            double lower = 0;
            double before = 0;
            for (var bucket : counts.entrySet()) {
                double within = bucket.getValue() - before;
                if (bucket.getValue() >= wanted && within > 0) {
                    double upper = bucket.getKey();
                    return 1000 * (lower + (upper - lower) * (wanted - before) / within);
                }
                lower = bucket.getKey();
                before = bucket.getValue();
            }
            return Double.NaN;
        }
    }
}
