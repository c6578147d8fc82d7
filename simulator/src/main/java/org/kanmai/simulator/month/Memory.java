package org.kanmai.simulator.month;

import java.util.HashSet;
import java.util.Set;

/** What one resident has seen and whom they follow so far. */
record Memory(Set<Integer> seen, Set<String> followed) {
    private static final int NEW = 30;
    private static final int USED = 300;

    static Memory none() {
        return new Memory(new HashSet<>(), new HashSet<>());
    }

    /** Returns the class of the audience, as the feed has it. */
    int stratum() {
        if (seen.size() < NEW) {
            return 2;
        }
        return seen.size() < USED ? 3 : 4;
    }
}
