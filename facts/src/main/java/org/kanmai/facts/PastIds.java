package org.kanmai.facts;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Makes ids of instants that are over, for what is told long after it happened: of one millisecond each lane has one id, on a node number
 * that no running process ever has.
 *
 * <p>Asked the same in the same order, a maker of the same lane gives the same ids: who tells again after a failure repeats.
 */
public final class PastIds {
    /** The node number that is kept for them. */
    public static final int NODE = 1023;

    /** How many lanes there are. */
    public static final int LANES = Ids.COUNTERS;

    private final int lane;
    private final Set<Long> taken = new HashSet<>();

    /** Takes a lane of 0-4095 that nobody else ever has. */
    public PastIds(int lane) {
        if (lane < 0 || lane >= LANES) {
            throw new IllegalArgumentException("lane out of 0-4095: " + lane);
        }
        this.lane = lane;
    }

    /** Returns the id of an instant, or of the first millisecond after it that is free; refuses instants before 2025. */
    public long at(Instant instant) {
        long millis = instant.toEpochMilli() - Ids.EPOCH.toEpochMilli();
        if (millis < 0) {
            throw new IllegalArgumentException("no ids are of " + instant);
        }
        while (!taken.add(millis)) {
            millis++;
        }
        return Ids.compose(millis, NODE, lane);
    }
}
