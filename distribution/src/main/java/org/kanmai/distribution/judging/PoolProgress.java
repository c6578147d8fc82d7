package org.kanmai.distribution.judging;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.kanmai.facts.WorkId;

/**
 * How far the work in a pool has come, as its judge counts; a value in Redis.
 *
 * @param opening id of the fact that opened the pool
 * @param units persons to whom it was shown
 * @param mature those whose outcomes are final
 * @param due id of the last {@link org.kanmai.facts.PoolDue} that was read; 0 for none
 */
public record PoolProgress(long opening, int units, int mature, long due) {
    /** For how long it is kept after the last exposure. */
    public static final Duration KEPT = Duration.ofDays(90);

    private static final byte LAYOUT = 1;
    private static final int LENGTH = 1 + 2 * Long.BYTES + 2 * Integer.BYTES;

    /** Returns the Redis key of a work's progress. */
    public static String key(WorkId work) {
        return "work:" + work + ":pool";
    }

    /** Returns its binary form. */
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .put(LAYOUT)
                .putLong(opening)
                .putInt(units)
                .putInt(mature)
                .putLong(due)
                .array();
    }

    /** Reads the binary form; throws {@link IllegalArgumentException} for anything else. */
    public static PoolProgress parse(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        if (bytes.length != LENGTH || buffer.get() != LAYOUT) {
            throw new IllegalArgumentException("not the progress of a pool");
        }
        return new PoolProgress(buffer.getLong(), buffer.getInt(), buffer.getInt(), buffer.getLong());
    }
}
