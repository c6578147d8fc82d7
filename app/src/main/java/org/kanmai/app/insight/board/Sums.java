package org.kanmai.app.insight.board;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums of measures by day. */
final class Sums {
    private final SortedMap<LocalDate, Map<Measure, Long>> days = new TreeMap<>();

    void add(LocalDate day, Measure measure, long count) {
        days.computeIfAbsent(day, first -> new EnumMap<>(Measure.class)).merge(measure, count, Long::sum);
    }

    /** Returns the sum over all days. */
    long of(Measure measure) {
        return days.values().stream()
                .mapToLong(day -> day.getOrDefault(measure, 0L))
                .sum();
    }

    /** Returns the sums of one day alone. */
    Sums on(LocalDate day) {
        var one = new Sums();
        days.getOrDefault(day, Map.of()).forEach((measure, count) -> one.add(day, measure, count));
        return one;
    }
}
