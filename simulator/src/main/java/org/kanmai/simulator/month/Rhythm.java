package org.kanmai.simulator.month;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When people of UTC+8 are awake: by the hour, a fifth more at weekends, and more each day as a town grows. */
final class Rhythm {
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final double WEEKEND = 1.2;
    private static final double GROWTH = 0.8;
    private static final int TRIES = 40;

    private Rhythm() {}

    /** Returns an instant between two at which somebody looks at a screen. */
    static Instant between(Instant from, Instant until, Chance chance) {
        long span = Math.max(1, Duration.between(from, until).toMillis());
        Instant at = from;
        for (int tries = 0; tries < TRIES; tries++) {
            double share = chance.share();
            at = from.plusMillis((long) (share * span));
            if (chance.hits(weight(at) * (1 + GROWTH * share) / (1 + GROWTH))) {
                return at;
            }
        }
        return at;
    }

    private static double weight(Instant at) {
        var local = at.atOffset(ZONE);
        double hour = Rates.HOURS[local.getHour()] / 66;
        return hour * (isWeekend(local.toLocalDate()) ? 1 : 1 / WEEKEND);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
