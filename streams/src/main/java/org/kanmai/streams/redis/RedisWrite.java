package org.kanmai.streams.redis;

import java.time.Duration;

/**
 * The whole new value of one key; writing it twice, or leaving out what a later one replaces, changes nothing.
 *
 * <p>An array on purpose: Flink carries it as it is, and nobody compares writes.
 *
 * @param value empty to delete the key
 * @param keptSeconds after which Redis forgets the key, 0 for never
 */
@SuppressWarnings("ArrayRecordComponent")
public record RedisWrite(String key, byte[] value, long keptSeconds) {

    /** Returns a write that lasts. */
    public static RedisWrite keep(String key, byte[] value) {
        return new RedisWrite(key, value, 0);
    }

    /** Returns a write that Redis forgets after a time. */
    public static RedisWrite keep(String key, byte[] value, Duration kept) {
        return new RedisWrite(key, value, kept.toSeconds());
    }

    /** Returns a write that removes the key. */
    public static RedisWrite delete(String key) {
        return new RedisWrite(key, new byte[0], 0);
    }

    boolean deletes() {
        return value.length == 0;
    }

    boolean lasts() {
        return !deletes() && keptSeconds == 0;
    }

    boolean passes() {
        return !deletes() && keptSeconds > 0;
    }
}
