package org.kanmai.simulator.demo;

import java.time.Duration;

/** How the demo world waits for the server, so that tests need not. */
interface Pause {

    void last(Duration time);

    /** Waits for real. */
    static Pause real() {
        return time -> {
            try {
                Thread.sleep(time);
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for the server", interruption);
            }
        };
    }
}
