package org.kanmai.ranking.recall;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes one list of several by the places in them alone (reciprocal rank fusion: Cormack et al., SIGIR 2009). */
public final class Fusion {
    private static final double SOFTENING = 60;

    private Fusion() {}

    /** Returns at most {@code most} of what the lists have, what stands high in many of them first; of equals the lower. */
    public static List<Long> of(List<List<Long>> lists, int most) {
        var scores = new HashMap<Long, Double>();
        for (var list : lists) {
            for (int place = 0; place < list.size(); place++) {
                scores.merge(list.get(place), 1 / (SOFTENING + place + 1), Double::sum);
            }
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<Long, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
