package org.kanmai.app.insight.board;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of measures by day. */
public final class Sums {
    private final SortedMap<LocalDate, Map<Measure, Double>> days = new TreeMap<>();

    /** Adds to what was counted on a day. */
    public void add(LocalDate day, Measure measure, long count) {
        add(day, measure, (double) count);
    }

    /** Adds to what is no count, such as a mean, on a day. */
    public void add(LocalDate day, Measure measure, double count) {
        days.computeIfAbsent(day, first -> new EnumMap<>(Measure.class)).merge(measure, count, Double::sum);
    }

    /** Returns the sum over all days. */
    public double of(Measure measure) {
        return days.values().stream()
                .mapToDouble(day -> day.getOrDefault(measure, 0.0))
                .sum();
    }

    /** Returns the sums of one day alone. */
    public Sums on(LocalDate day) {
        var one = new Sums();
        days.getOrDefault(day, Map.of()).forEach((measure, count) -> one.add(day, measure, count));
        return one;
    }
}
