package org.kanmai.engines;

import java.time.Duration;

/** Hears what the engines do while they start and run; called from any thread. */
@FunctionalInterface
public interface Progress {
    /** A step, in a few words, is done and took this long. */
    void done(String step, Duration took);

    /** An embedded engine ended by itself and could not be started again. */
    default void lost(String engine) {}

    /** Hears nothing. */
    static Progress silent() {
        return (step, took) -> {};
    }
}
