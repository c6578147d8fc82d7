package org.kanmai.app.insight.funnel;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;

/** Whole days of UTC+8, both included. */
public record Period(LocalDate from, LocalDate to) {
    /** Where the days of the site begin. */
    public static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final int USUAL = 28;
    private static final int LONGEST = 92;
    private static final int EARLIEST = 2000;
    private static final int LATEST = 2999;

    public Period {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= LONGEST) {
            throw Refusal.invalid("from", "must be at most " + (LONGEST - 1) + " days before `to`, and not after it");
        }
    }

    /** Reads two days such as {@code 2026-11-01}; absent ones mean the 28 days to today. */
    public static Period parse(@Nullable String from, @Nullable String to, Clock clock) {
        var last = to == null ? today(clock) : day("to", to);
        return new Period(from == null ? last.minusDays(USUAL - 1) : day("from", from), last);
    }

    /** Returns so many days, today the last. */
    public static Period last(int days, Clock clock) {
        return new Period(today(clock).minusDays(days - 1L), today(clock));
    }

    /** Returns the days of a month. */
    public static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** Returns as many days, just before. */
    public Period before() {
        return new Period(from.minusDays(days()), from.minusDays(1));
    }

    /** Returns how many days there are. */
    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** Returns when it begins. */
    public Instant start() {
        return from.atStartOfDay(ZONE).toInstant();
    }

    /** Returns when it is over. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    private static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    private static LocalDate day(String field, String text) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() < EARLIEST || day.getYear() > LATEST) {
                throw new DateTimeException("beyond what the site can have facts of");
            }
            return day;
        } catch (DateTimeException malformed) {
            throw Refusal.invalid(field, "must be a day such as 2026-01-31");
        }
    }
}
