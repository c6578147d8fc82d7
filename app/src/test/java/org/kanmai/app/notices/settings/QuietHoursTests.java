package org.kanmai.app.notices.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTests {
    private static final String MORNING = "2026-03-02T08:00+08:00";

    @Test
    void theNightIsFromTenToEightInTheZoneOfThePerson() {
        assertThat(usual("2026-03-01T21:59:59+08:00")).isEqualTo(at("2026-03-01T21:59:59+08:00"));
        assertThat(usual("2026-03-01T22:00+08:00")).isEqualTo(at(MORNING));
        assertThat(usual("2026-03-02T00:00+08:00")).isEqualTo(at(MORNING));
        assertThat(usual("2026-03-02T07:59:59+08:00")).isEqualTo(at(MORNING));
        assertThat(usual(MORNING)).isEqualTo(at(MORNING));
    }

    @Test
    void hoursWithinADayAreQuietToo() {
        var noon = new QuietHours(true, LocalTime.of(12, 0), LocalTime.of(14, 0), ZoneId.of("UTC"));
        assertThat(noon.next(at("2026-03-01T11:59Z"))).isEqualTo(at("2026-03-01T11:59Z"));
        assertThat(noon.next(at("2026-03-01T12:00Z"))).isEqualTo(at("2026-03-01T14:00Z"));
        assertThat(noon.next(at("2026-03-01T14:00Z"))).isEqualTo(at("2026-03-01T14:00Z"));
    }

    @Test
    void whoHasNoQuietHoursGetsEverythingAtOnce() {
        var off = new QuietHours(false, LocalTime.of(22, 0), LocalTime.of(8, 0), ZoneId.of("UTC"));
        assertThat(off.next(at("2026-03-01T23:00Z"))).isEqualTo(at("2026-03-01T23:00Z"));
    }

    private static Instant usual(String time) {
        return QuietHours.USUAL.next(at(time));
    }

    private static Instant at(String time) {
        return java.time.OffsetDateTime.parse(time).toInstant();
    }
}
