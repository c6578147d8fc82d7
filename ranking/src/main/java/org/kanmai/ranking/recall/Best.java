package org.kanmai.ranking.recall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.kanmai.ranking.recall.Recall.Found;

/** The best of many, kept while they come; of equals the lower id. */
public final class Best {
    private static final Comparator<Found> WORST_FIRST = (one, other) -> {
        int byScore = Double.compare(one.score(), other.score());
        return byScore != 0 ? byScore : Long.compare(other.work(), one.work());
    };

    private final int most;
    private final Set<Long> left;
    private final PriorityQueue<Found> kept = new PriorityQueue<>(WORST_FIRST);
    /** What scores less is not kept: most of very many. */
    private double least = Double.NEGATIVE_INFINITY;

    /** Keeps at most some, and none of those that are left out. */
    public Best(int most, Set<Long> left) {
        this.most = most;
        this.left = left;
    }

    /** Adds one, if it is among the best so far. */
    public void add(long work, double score) {
        if (score >= least && !left.contains(work)) {
            keep(new Found(work, score));
        }
    }

    private void keep(Found found) {
        kept.add(found);
        if (kept.size() > most) {
            kept.remove();
        }
        if (kept.size() == most) {
            least = kept.isEmpty() ? Double.POSITIVE_INFINITY : kept.element().score();
        }
    }

    /** Returns them, the best first. */
    public List<Found> all() {
        var all = new ArrayList<>(kept);
        all.sort(WORST_FIRST.reversed());
        return List.copyOf(all);
    }
}
