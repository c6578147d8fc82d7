package org.kanmai.app.insight.funnel;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;

/** Whole days of UTC+8, both included. */
public record Period(LocalDate from, LocalDate to) {
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final int USUAL = 28;
    private static final int LONGEST = 92;

    public Period {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= LONGEST) {
            throw Refusal.invalid("from", "must be at most " + (LONGEST - 1) + " days before `to`, and not after it");
        }
    }

    /** Reads two days such as {@code 2026-11-01}; absent ones mean the 28 days to today. */
    static Period parse(@Nullable String from, @Nullable String to, Clock clock) {
        var last = to == null ? today(clock) : day("to", to);
        return new Period(from == null ? last.minusDays(USUAL - 1) : day("from", from), last);
    }

    /** Returns so many days, today the last. */
    public static Period last(int days, Clock clock) {
        return new Period(today(clock).minusDays(days - 1L), today(clock));
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
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw Refusal.invalid(field, "must be a day such as 2026-01-31");
        }
    }
}
