package org.kanmai.ranking.recall;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What most viewers like, the same for all: what the other channels are held against. */
public final class Popularity implements Recall {
    private final Map<Long, Integer> counts = new HashMap<>();

    /** Counts each viewer's liking of a work as often as it is told. */
    public Popularity(Interactions interactions) {
        for (int place = 0; place < interactions.size(); place++) {
            counts.merge(interactions.work(place), 1, Integer::sum);
        }
    }

    @Override
    public List<Found> recall(List<Long> liked, int most) {
        var best = new Best(most, new HashSet<>(liked));
        counts.forEach(best::add);
        return best.all();
    }
}
