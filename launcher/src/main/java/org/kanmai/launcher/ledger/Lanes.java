package org.kanmai.launcher.ledger;

import java.util.HashMap;
import java.util.Map;

/** The segments of a raw file by their lanes; a record's lane is nearly always that of the one before it. */
final class Lanes {
    private final Map<String, Lane> lanes = new HashMap<>();
    private String name = "";
    private Lane lane = new Lane();

    @SuppressWarnings("ReferenceEquality") // the readers hand out one object while the lane stays
    Lane of(String next) {
        if (next != name) {
            name = next;
            lane = lanes.computeIfAbsent(next, first -> new Lane());
        }
        return lane;
    }

    /** Returns whether a lane's offsets did not rise. */
    boolean goBackwards() {
        return lanes.values().stream().anyMatch(each -> each.backwards);
    }

    long records() {
        return lanes.values().stream().mapToLong(each -> each.tree.size()).sum();
    }

    Map<String, Lane> byName() {
        return lanes;
    }
}
