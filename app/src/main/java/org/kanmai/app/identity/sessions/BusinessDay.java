package org.kanmai.app.identity.sessions;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The day on which the site lives: that of UTC+8, wherever the machine is. */
final class BusinessDay {
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private BusinessDay() {}

    static LocalDate of(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
