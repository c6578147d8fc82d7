package org.kanmai.launcher.ledger;

import java.util.ArrayList;
import java.util.List;
import org.kanmai.facts.proof.GrowingTree;

/** One segment while its records are read. */
final class Lane {
    private static final int CHANGED_ROWS = 20;

    final GrowingTree tree = new GrowingTree();
    final List<Long> changed = new ArrayList<>();
    long first = -1;
    long last = -1;
    boolean backwards;

    /** Takes the hash of its next record, and whether that is marked as what it was when it was written. */
    void add(long offset, byte[] hash, boolean marked) {
        tree.addLeaf(hash);
        first = first < 0 ? offset : first;
        backwards |= offset <= last;
        last = offset;
        if (!marked && changed.size() < CHANGED_ROWS) {
            changed.add(offset);
        }
    }
}
