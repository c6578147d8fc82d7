package org.kanmai.ranking.evaluation.channels;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kanmai.ranking.recall.Interactions;

/** Works and what they are like, who liked and saw which of them, and who liked what of them later: told in this order. */
public final class Likings {
    private static final int MOST = 5_000_000;

    private final Interactions likings = new Interactions(MOST);
    private final Map<Long, Deque<Long>> liked = new TreeMap<>();
    private final Map<Long, Set<Long>> seen = new HashMap<>();
    private final Map<Long, Integer> knownBy = new HashMap<>();
    private final Map<Long, List<Long>> works = new HashMap<>();
    private final TreeMap<Long, Set<Long>> wanted = new TreeMap<>();

    /** Adds a work of the catalogue with the fields of its content. */
    public void work(long work, List<Long> content) {
        works.put(work, List.copyOf(content));
    }

    /** Says that a viewer liked a work; the oldest are told first. */
    public void liked(long viewer, long work) {
        likings.add(viewer, work);
        liked.computeIfAbsent(viewer, unseen -> new ArrayDeque<>()).addFirst(work);
    }

    /** Says that a viewer saw a work. */
    public void saw(long viewer, long work) {
        if (seen.computeIfAbsent(viewer, unseen -> new HashSet<>()).add(work)) {
            knownBy.merge(work, 1, Integer::sum);
        }
    }

    /** Says that a viewer liked a work later; it is asked for unless this viewer saw it before, or liked nothing. */
    public void likedLater(long viewer, long work) {
        if (liked.containsKey(viewer) && !seenBy(viewer).contains(work)) {
            wanted.computeIfAbsent(viewer, unseen -> new HashSet<>()).add(work);
        }
    }

    /** Returns how many viewers are asked for. */
    public int viewers() {
        return wanted.size();
    }

    Interactions interactions() {
        return likings;
    }

    Map<Long, List<Long>> contents() {
        return works;
    }

    /** Returns by viewer the works liked, the newest first. */
    Map<Long, Deque<Long>> liked() {
        return liked;
    }

    /** Returns the newest different works that a viewer liked, the newest first. */
    List<Long> newest(long viewer, int most) {
        return liked.getOrDefault(viewer, new ArrayDeque<>()).stream()
                .distinct()
                .limit(most)
                .toList();
    }

    Set<Long> seenBy(long viewer) {
        return seen.getOrDefault(viewer, Set.of());
    }

    Map<Long, Integer> knownBy() {
        return knownBy;
    }

    /** Returns how many viewers saw anything. */
    int audience() {
        return seen.size();
    }

    Map<Long, Set<Long>> wanted() {
        return wanted;
    }
}
