package org.kanmai.streams.log;

import java.time.Duration;
import org.apache.flink.api.common.state.StateTtlConfig;

/** How long a state is kept; what has expired is never returned, and is removed little by little on access. */
public final class Ttl {
    private static final int KEYS_CLEANED_AT_ONCE = 1;

    private Ttl() {}

    /** Returns a time to live that begins again with each write. */
    public static StateTtlConfig sinceWrite(Duration kept) {
        return builder(kept).updateTtlOnCreateAndWrite().build();
    }

    /** Returns a time to live that begins again with each read and write. */
    public static StateTtlConfig sinceUse(Duration kept) {
        return builder(kept).updateTtlOnReadAndWrite().build();
    }

    private static StateTtlConfig.Builder builder(Duration kept) {
        return StateTtlConfig.newBuilder(kept).neverReturnExpired().cleanupIncrementally(KEYS_CLEANED_AT_ONCE, false);
    }
}
