package org.kanmai.facts;

import java.time.Clock;
import java.time.Instant;
import java.util.function.IntSupplier;

/**
 * Makes time-sorted 63-bit ids: 41 bits of milliseconds since 2025-01-01 UTC, 10 bits of node number, 12 bits of counter.
 *
 * <p>Ids of one generator grow strictly, also when the clock steps back or more than 4096 are made in a millisecond: the
 * generator then runs ahead of the clock.
 */
public final class Ids {
    static final Instant EPOCH = Instant.parse("2025-01-01T00:00:00Z");
    private static final int NODE_BITS = 10;
    private static final int COUNTER_BITS = 12;
    static final int COUNTERS = 1 << COUNTER_BITS;

    private final Clock clock;
    private final IntSupplier node;
    private long last;

    /**
     * Takes the clock and who tells the node number of 0-1023 that no other running process has; what is thrown while there is none
     * goes to who asked for an id.
     */
    public Ids(Clock clock, IntSupplier node) {
        this.clock = clock;
        this.node = node;
    }

    /** Returns the next id; throws {@link IllegalStateException} when the node number is out of its range. */
    public synchronized long next() {
        int number = node.getAsInt();
        if (number < 0 || number >= 1 << NODE_BITS) {
            throw new IllegalStateException("node number out of 0-1023: " + number);
        }
        long tick = (clock.millis() - EPOCH.toEpochMilli()) << COUNTER_BITS;
        last = Math.max(tick, last + 1);
        long millis = last >>> COUNTER_BITS;
        return compose(millis, number, (int) (last & (COUNTERS - 1)));
    }

    static long compose(long millis, int node, int counter) {
        return millis << (NODE_BITS + COUNTER_BITS) | (long) node << COUNTER_BITS | counter;
    }

    /**
     * Returns an id of the millisecond in which another was made, whose other 22 bits are those of a number: for what must have the same id
     * whenever it is told, and lie beside the other in time.
     */
    public static long beside(long id, int number) {
        int rest = NODE_BITS + COUNTER_BITS;
        return ((id >>> rest) << rest) | (number & ((1 << rest) - 1));
    }

    /** Returns when an id was made, to the millisecond. */
    public static Instant madeAt(long id) {
        return EPOCH.plusMillis(id >>> (NODE_BITS + COUNTER_BITS));
    }

    /** Returns the smallest id that can be made at a time, which is not before 2025. */
    public static long smallest(Instant at) {
        return (at.toEpochMilli() - EPOCH.toEpochMilli()) << (NODE_BITS + COUNTER_BITS);
    }

    static void check(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("an id is never negative: " + value);
        }
    }

    static long parse(String text) {
        if (text.isEmpty() || text.length() > 19) {
            throw new IllegalArgumentException("not an id");
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("not an id");
            }
            value = value * 10 + digit;
        }
        if (value < 0) {
            throw new IllegalArgumentException("not an id");
        }
        return value;
    }
}
