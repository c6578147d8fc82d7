package org.kanmai.app.insight.funnel;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.lake.Freshness;

/**
 * How many exposures came how far.
 *
 * @param steps what the counts of a row are of, in order
 * @param rows at most 200: days in order, others by their exposures
 * @param simulated whether simulated facts are among them
 */
public record Funnel(
        Freshness.AsOf asOf,
        LocalDate from,
        LocalDate to,
        Breakdown by,
        List<Step> steps,
        Row total,
        List<Row> rows,
        boolean simulated) {
    public Funnel {
        rows = List.copyOf(rows);
        steps = List.copyOf(steps);
    }

    /**
     * Counts of one part.
     *
     * @param key a day, an id or a code, {@code few} for parts of few viewers together; absent for all together and for what has no key,
     *     such as the work of a direct order
     * @param label the title of a work or product
     * @param counts one a step; none where they would be of too few people
     * @param viewers how many pseudonyms they are of
     */
    public record Row(@Nullable String key, @Nullable String label, List<Long> counts, long viewers) {
        public Row {
            counts = List.copyOf(counts);
        }

        /** Returns the count of a step. */
        public long of(Step step) {
            return counts.get(List.of(Step.values()).indexOf(step));
        }

        /** Returns the same of the viewers of both, who are different people. */
        Row plus(Row other) {
            var sums = IntStream.range(0, counts.size())
                    .mapToObj(step -> counts.get(step) + other.counts.get(step))
                    .toList();
            return new Row(key, label, sums, viewers + other.viewers);
        }

        Row labelled(@Nullable String title) {
            return new Row(key, title, counts, viewers);
        }
    }
}
