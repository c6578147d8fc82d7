package org.kanmai.ranking.recall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.kanmai.ranking.recall.Recall.Found;

/** The best of many, kept while they come; of equals the lower id. */
final class Best {
    private static final Comparator<Found> WORST_FIRST = Comparator.comparingDouble(Found::score)
            .thenComparing(Comparator.comparingLong(Found::work).reversed());

    private final int most;
    private final Set<Long> left;
    private final PriorityQueue<Found> kept = new PriorityQueue<>(WORST_FIRST);

    /** Keeps at most some, and none of those that are left out. */
    Best(int most, Set<Long> left) {
        this.most = most;
        this.left = left;
    }

    void add(long work, double score) {
        if (kept.size() >= most && (kept.isEmpty() || score < kept.element().score())) {
            return;
        }
        if (!left.contains(work)) {
            kept.add(new Found(work, score));
            if (kept.size() > most) {
                kept.remove();
            }
        }
    }

    List<Found> all() {
        var all = new ArrayList<>(kept);
        all.sort(WORST_FIRST.reversed());
        return List.copyOf(all);
    }
}
