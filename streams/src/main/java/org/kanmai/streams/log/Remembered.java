package org.kanmai.streams.log;

import java.time.Duration;
import java.util.Arrays;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;

/**
 * Numbers by number, all of one key, each kept for a time since it was written; the oldest give way beyond 10,000.
 *
 * <p>One array of key, number and second, the oldest first. A map state with a time to live goes through all entries of two keys at
 * each access to find what has expired, and is three times as large.
 */
public final class Remembered {
    /** How many numbers of one key are kept. */
    public static final int MOST = 10_000;

    private static final int WIDTH = 3;
    private static final long[] NOTHING = {};

    private final ValueState<long[]> rows;
    private final long keptSeconds;

    /** Takes the name of the state and for how long a number is kept. */
    public Remembered(RuntimeContext context, String name, Duration kept) {
        var descriptor = new ValueStateDescriptor<>(name, PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO);
        descriptor.enableTimeToLive(Ttl.sinceWrite(kept));
        rows = context.getState(descriptor);
        keptSeconds = kept.toSeconds();
    }

    /** Returns the number under a key at a time in milliseconds since 1970; 0 when there is none. */
    public long get(long key, long nowMillis) throws Exception {
        long[] all = all();
        for (int at = 0; at < all.length; at += WIDTH) {
            if (all[at] == key) {
                return hasExpired(all, at, nowMillis) ? 0 : all[at + 1];
            }
        }
        return 0;
    }

    /** Writes a number at a time in milliseconds since 1970. */
    public void put(long key, long number, long nowMillis) throws Exception {
        long[] all = all();
        long[] next = new long[all.length + WIDTH];
        int size = 0;
        for (int at = Math.max(0, all.length - (MOST - 1) * WIDTH); at < all.length; at += WIDTH) {
            if (all[at] != key && !hasExpired(all, at, nowMillis)) {
                System.arraycopy(all, at, next, size, WIDTH);
                size += WIDTH;
            }
        }
        next[size] = key;
        next[size + 1] = number;
        next[size + 2] = nowMillis / 1_000;
        rows.update(Arrays.copyOf(next, size + WIDTH));
    }

    /** Forgets all of the current key. */
    public void clear() {
        rows.clear();
    }

    private boolean hasExpired(long[] all, int at, long nowMillis) {
        return all[at + 2] + keptSeconds <= nowMillis / 1_000;
    }

    private long[] all() throws Exception {
        long[] all = rows.value();
        return all == null ? NOTHING : all;
    }
}
