package org.kanmai.app.notices.settings;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours of the day at which somebody gets no e-mail and no offer.
 *
 * @param from the first minute that is quiet
 * @param until the first minute that is not; before {@code from} when the night lies between
 * @param zone whose day it is
 */
public record QuietHours(boolean on, LocalTime from, LocalTime until, ZoneId zone) {
    public static final QuietHours USUAL =
            new QuietHours(true, LocalTime.of(22, 0), LocalTime.of(8, 0), ZoneId.of("Asia/Shanghai"));

    /** Returns when something may be sent: now, or when the quiet hours end. */
    public Instant next(Instant now) {
        var here = now.atZone(zone);
        if (!quiet(here.toLocalTime())) {
            return now;
        }
        var end = here.with(until);
        return (end.isAfter(here) ? end : end.plusDays(1)).toInstant();
    }

    private boolean quiet(LocalTime time) {
        if (!on || from.equals(until)) {
            return false;
        }
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(until);
        return from.isBefore(until) ? begun && !over : begun || !over;
    }
}
