package org.kanmai.ranking.evaluation.metrics;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The area under the curve within each viewer, and their mean weighted by impressions (GAUC; Zhu et al., KDD 2017).
 *
 * @param viewers those who have both classes, by their id
 */
public record GroupedAuc(Map<Long, Group> viewers) {
    public GroupedAuc {
        viewers = Map.copyOf(viewers);
    }

    /**
     * One viewer's.
     *
     * @param weight impressions
     */
    public record Group(double auc, long weight) {}

    /** Measures; the three arrays tell of the same impressions. */
    public static GroupedAuc of(long[] viewers, double[] scores, boolean[] positives) {
        var groups = new TreeMap<Long, Group>();
        Groups.each(viewers, places -> {
            var part = new double[places.length];
            var good = new boolean[places.length];
            for (int at = 0; at < places.length; at++) {
                part[at] = scores[places[at]];
                good[at] = positives[places[at]];
            }
            Auc.of(part, good).ifPresent(auc -> groups.put(viewers[places[0]], new Group(auc, places.length)));
        });
        return new GroupedAuc(groups);
    }

    /** Returns the weighted mean, or nothing where no viewer has both classes. */
    public OptionalDouble mean() {
        double sum = 0;
        long weight = 0;
        for (var group : new TreeMap<>(viewers).values()) {
            sum += group.auc() * group.weight();
            weight += group.weight();
        }
        return weight == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weight);
    }
}
