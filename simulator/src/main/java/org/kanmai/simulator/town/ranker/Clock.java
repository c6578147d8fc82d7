package org.kanmai.simulator.town.ranker;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.kanmai.simulator.town.world.Town;

/** The time of day in a town that knows hours only: pages of an hour follow each other evenly. */
final class Clock {
    private static final long FIRST = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final int HOUR = 3_600;
    private static final double SPARE = 1.3;

    private final Town town;
    private int hour;
    private int pages;

    Clock(Town town) {
        this.town = town;
    }

    void begins(int now) {
        hour = now;
        pages = 0;
    }

    void page() {
        pages++;
    }

    /** Returns the seconds since 1970. */
    long second() {
        double expected = SPARE * town.pagesInHour(Math.floorMod(hour, 24)) + 1;
        return at(hour) + (long) Math.min(HOUR - 1, HOUR * pages / expected);
    }

    /** Returns the second in which an hour begins. */
    static long at(int hour) {
        return FIRST + (long) HOUR * hour;
    }

    LocalDateTime local() {
        return LocalDateTime.ofEpochSecond(second(), 0, ZoneOffset.UTC);
    }

    int hour() {
        return hour;
    }
}
