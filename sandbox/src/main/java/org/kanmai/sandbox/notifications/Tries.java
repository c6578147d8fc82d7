package org.kanmai.sandbox.notifications;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How often the merchant is told again, and after which waits. */
final class Tries {
    static final int MOST = 20;

    private static final List<Duration> WAITS =
            Stream.of(1, 5, 15, 60, 300, 900, 3600).map(Duration::ofSeconds).toList();

    private Tries() {}

    /** Returns the wait after so many tries that failed; the last one repeats. */
    static Duration waitAfter(int tries) {
        return WAITS.get(Math.min(tries, WAITS.size()) - 1);
    }
}
