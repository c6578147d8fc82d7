package org.kanmai.app.insight.board;

import java.time.Duration;
import java.time.Instant;

/** Says when it is time to look at the figures again. */
final class AlarmRounds {
    private final Duration every;
    private final Duration afterPast;
    private Instant next;

    AlarmRounds(AlarmSettings settings, boolean demo, Instant begin) {
        this.every = demo ? settings.demoEvery() : settings.every();
        this.afterPast = settings.afterPast();
        this.next = begin.plus(settings.first());
    }

    /** Notes that a part of the past has come in: half a past would raise alarms that the whole does not. */
    synchronized void pastCame(Instant at) {
        next = at.plus(afterPast);
    }

    /** Returns whether it is time, and then not again before the next round. */
    synchronized boolean due(Instant now) {
        if (now.isBefore(next)) {
            return false;
        }
        next = now.plus(every);
        return true;
    }
}
