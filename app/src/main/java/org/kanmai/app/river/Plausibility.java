package org.kanmai.app.river;

import java.time.Duration;
import java.time.Instant;
import org.kanmai.app.river.ReportRefused.Reason;

/** Holds what is reported as watched against the time that has passed and the length of the work. */
final class Plausibility {
    private static final int SLACK_MILLIS = 2_000;
    private static final int FASTEST = 3;
    private static final int LAST_SEQUENCE = 100_000;

    private Plausibility() {}

    static void check(Report.Watched watched, ItemToken token, Instant now) {
        check(watched, token.durationMillis(), Duration.between(token.servedAt(), now));
    }

    static void check(Report.Watched watched, int durationMillis, Duration sinceServed) {
        if (watched.sequence() < 1 || watched.sequence() > LAST_SEQUENCE) {
            throw new ReportRefused(Reason.OUT_OF_RANGE);
        }
        if (watched.watchedMillis() < 0
                || watched.playedMillis() < 0
                || watched.positionMillis() < 0
                || watched.loops() < 0) {
            throw new ReportRefused(Reason.OUT_OF_RANGE);
        }
        long elapsed = sinceServed.toMillis() + SLACK_MILLIS;
        long playable = FASTEST * (long) watched.watchedMillis() + SLACK_MILLIS;
        boolean longerThanElapsed = watched.watchedMillis() > elapsed;
        boolean playedTooFast = watched.playedMillis() > playable;
        boolean beyondTheEnd = watched.positionMillis() > durationMillis + SLACK_MILLIS;
        boolean loopedTooOften = (long) watched.loops() * durationMillis > watched.playedMillis() + SLACK_MILLIS;
        if (longerThanElapsed || playedTooFast || beyondTheEnd || loopedTooOften) {
            throw new ReportRefused(Reason.IMPOSSIBLE);
        }
    }
}
