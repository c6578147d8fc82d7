package org.kanmai.simulator.crowd;

import java.util.concurrent.TimeUnit;

/** How a crowd tells time and lets it pass, so that tests need not wait. */
interface Time {

    /** Returns nanoseconds of a clock that never goes back. */
    long nanos();

    void pass(long millis) throws InterruptedException;

    default long millis() {
        return TimeUnit.NANOSECONDS.toMillis(nanos());
    }

    /** Returns the time that passes for all. */
    static Time real() {
        return new Time() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pass(long millis) throws InterruptedException {
                Thread.sleep(millis);
            }
        };
    }
}
