package org.kanmai.engines;

import java.time.Duration;
import java.util.function.Supplier;

/** One engine that answers at this address, and what stops it; nothing does for an external one. */
record Running<A>(A address, Runnable stop) {
    static <A> Running<A> external(A address) {
        return new Running<>(address, () -> {});
    }

    /** Starts an engine and tells how long that took. */
    static <A> Running<A> timed(String step, Progress progress, Supplier<Running<A>> starting) {
        var started = System.nanoTime();
        var running = starting.get();
        progress.done(step, Duration.ofNanos(System.nanoTime() - started));
        return running;
    }
}
