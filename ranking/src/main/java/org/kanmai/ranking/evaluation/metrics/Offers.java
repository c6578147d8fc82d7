package org.kanmai.ranking.evaluation.metrics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What lists offered to many viewers are like together: recall, coverage, novelty and inequality. */
public final class Offers {
    private Offers() {}

    /** Returns the share of what is right that is among the first {@code most} offered; what is right must not be empty. */
    public static double recall(List<Long> offered, Set<Long> right, int most) {
        if (right.isEmpty()) {
            throw new IllegalArgumentException("nothing is right");
        }
        return (double) new HashSet<>(offered.subList(0, Math.min(most, offered.size())))
                        .stream().filter(right::contains).count()
                / right.size();
    }

    /** Returns the share of a catalogue of {@code works} that is offered to somebody. */
    public static double coverage(List<List<Long>> lists, int works) {
        return works == 0 ? 0 : (double) counts(lists).size() / works;
    }

    /** Returns the mean of -log2 of each offered work's share of viewers who know it, one added to each count; 0 of none. */
    public static double novelty(List<List<Long>> lists, Map<Long, Integer> knownBy, int viewers) {
        double sum = 0;
        long offered = 0;
        for (var list : lists) {
            for (long work : list) {
                sum -= Math.log((knownBy.getOrDefault(work, 0) + 1.0) / (viewers + 1.0)) / Math.log(2);
                offered++;
            }
        }
        return offered == 0 ? 0 : sum / offered;
    }

    /** Returns the Gini coefficient of offers over a catalogue of {@code works}: 0 when all are offered alike. */
    public static double gini(List<List<Long>> lists, int works) {
        var counts = counts(lists).values().stream()
                .mapToLong(Integer::longValue)
                .sorted()
                .toArray();
        double weighted = 0;
        double sum = 0;
        for (int place = 0; place < counts.length; place++) {
            weighted += (double) counts[place] * (works - counts.length + place + 1);
            sum += counts[place];
        }
        return sum == 0 ? 0 : 2 * weighted / works / sum - (works + 1.0) / works;
    }

    private static Map<Long, Integer> counts(List<List<Long>> lists) {
        var counts = new HashMap<Long, Integer>();
        lists.forEach(list -> list.forEach(work -> counts.merge(work, 1, Integer::sum)));
        return counts;
    }
}
