package org.kanmai.app.notices;

import java.time.Duration;

/** How much is enough: what comes beyond it is folded, or not told at all. */
final class Caps {
    static final Duration HOUR = Duration.ofHours(1);
    static final int SOCIAL_PER_HOUR = 20;
    static final Duration DAY = Duration.ofDays(1);
    static final int OFFERS_PER_DAY = 1;
    static final Duration WEEK = Duration.ofDays(7);
    static final int OFFERS_PER_WEEK = 4;

    private Caps() {}

    /** Returns whether one more line about what people did may come, after so many in the last hour. */
    static boolean social(int lastHour) {
        return lastHour < SOCIAL_PER_HOUR;
    }

    /** Returns whether one more offer may come. */
    static boolean offer(int lastDay, int lastWeek) {
        return lastDay < OFFERS_PER_DAY && lastWeek < OFFERS_PER_WEEK;
    }
}
