package org.kanmai.app.affiliate.statements;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;

/** A calendar month of the site's zone, as far as it has gone. */
record Month(YearMonth month, ZoneId zone) {

    /** Reads {@code 2026-11}; absent it is the current one. */
    static Month parse(@Nullable String text, ZoneId zone, Clock clock) {
        var now = YearMonth.from(clock.instant().atZone(zone));
        var month = text == null ? now : read(text);
        if (month.isAfter(now)) {
            throw Refusal.invalid("month", "must not be to come");
        }
        return new Month(month, zone);
    }

    private static YearMonth read(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException malformed) {
            throw Refusal.invalid("month", "must be a month such as 2026-11");
        }
    }

    Instant from() {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    Instant until() {
        return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }
}
