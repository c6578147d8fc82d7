package org.kanmai.launcher.ledger;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a ledger; all of it is counted, and the first of it is kept. */
final class Findings {
    private static final int KEPT = 200;

    private final List<Finding> kept = new ArrayList<>();
    private long count;

    /** One thing that is wrong: which words tell it, and what they tell it of. */
    record Finding(String key, List<Object> values) {}

    synchronized void add(String key, Object... values) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(new Finding(key, List.of(values)));
        }
    }

    synchronized List<Finding> kept() {
        return List.copyOf(kept);
    }

    synchronized long count() {
        return count;
    }
}
