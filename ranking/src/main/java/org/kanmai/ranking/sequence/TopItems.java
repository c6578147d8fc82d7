package org.kanmai.ranking.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.kanmai.ranking.sequence.SequenceEncoder.ScoredItem;

/** The best of very many, of which most are known to be worse before anything is made of them. */
final class TopItems {
    private static final Comparator<ScoredItem> WORST_FIRST = (one, other) -> {
        int byScore = Float.compare(one.score(), other.score());
        return byScore != 0 ? byScore : Long.compare(other.item(), one.item());
    };

    private final int most;
    private final PriorityQueue<ScoredItem> kept = new PriorityQueue<>(WORST_FIRST);
    private float worst = Float.NEGATIVE_INFINITY;
    private long worstItem = Long.MAX_VALUE;

    TopItems(int most) {
        this.most = most;
    }

    /** Returns whether an item would be among the best so far; of equals the lower id is. */
    boolean wants(long item, float score) {
        return kept.size() < most || (most > 0 && (score > worst || (score == worst && item < worstItem)));
    }

    /** Adds one that is wanted. */
    void add(long item, float score) {
        kept.add(new ScoredItem(item, score));
        if (kept.size() > most) {
            kept.remove();
        }
        var last = kept.element();
        worst = last.score();
        worstItem = last.item();
    }

    /** Returns them, the best first. */
    List<ScoredItem> all() {
        var all = new ArrayList<>(kept);
        all.sort(WORST_FIRST.reversed());
        return List.copyOf(all);
    }
}
