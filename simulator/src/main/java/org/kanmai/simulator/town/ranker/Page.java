package org.kanmai.simulator.town.ranker;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Source;
import org.kanmai.ranking.features.ItemIds;
import org.kanmai.ranking.features.ViewerIds;

/** A page while it is filled: its candidates in the order of their scores, with the ids by which they were scored. */
final class Page {
    private final int viewer;
    private final ViewerIds ids;
    private final int[] ordered;
    private final Map<Integer, Scored> scored;
    private int shown = -1;

    /** A candidate as it was scored. */
    record Scored(Source source, ItemIds ids, double score) {}

    Page(int viewer, ViewerIds ids, Map<Integer, Scored> scored) {
        this.viewer = viewer;
        this.ids = ids;
        this.scored = new HashMap<>(scored);
        ordered = scored.entrySet().stream()
                .sorted((one, other) -> {
                    int order = Double.compare(
                            other.getValue().score(), one.getValue().score());
                    return order != 0 ? order : Integer.compare(one.getKey(), other.getKey());
                })
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    /** Returns whether a position of a viewer's is one of this page that has not been filled. */
    boolean has(int ofViewer, int position) {
        return viewer == ofViewer && position > shown;
    }

    ViewerIds ids() {
        return ids;
    }

    /** Returns the best that the page does not have, or -1. */
    int next(int[] taken, int position) {
        for (int work : ordered) {
            if (!isTaken(work, taken, position)) {
                return work;
            }
        }
        return -1;
    }

    private static boolean isTaken(int work, int[] taken, int position) {
        for (int place = 0; place < position; place++) {
            if (taken[place] == work) {
                return true;
            }
        }
        return false;
    }

    /** Notes that a position is filled and returns how the work was scored, or null where it came another way. */
    @Nullable
    Scored shown(int work, int position) {
        shown = position;
        return scored.get(work);
    }
}
