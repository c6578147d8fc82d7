package org.kanmai.distribution.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PacingTests {
    private static final Instant START = Instant.parse("2026-05-01T08:00:00Z");

    private static Pacing pool(int number, int quota, int given, int hours) {
        return new Pacing(number, quota, given, START, START.plus(Duration.ofHours(hours)));
    }

    @Test
    @Tag("TD-03")
    void aFirstPoolThatIsBehindComesBeforeTheLargestLaterPool() {
        var now = START.plus(Duration.ofHours(10));
        double first = pool(1, 200, 50, 24).weight(now);
        double later = pool(3, 300_000, 250_000, 168).weight(now);
        assertThat(pool(1, 200, 50, 24).isBehind(now)).isTrue();
        assertThat(pool(3, 300_000, 250_000, 168).isBehind(now)).isFalse();
        assertThat(first).isGreaterThan(5 * pool(2, 5_000, 2_500, 72).weight(now));
        assertThat(later).isPositive();
    }

    @Test
    void behindIsLessThanAnEvenPaceThatEndsBeforeTheDeadline() {
        var now = START.plus(Duration.ofHours(12));
        assertThat(pool(1, 240, 149, 24).isBehind(now)).isTrue();
        assertThat(pool(1, 240, 150, 24).isBehind(now)).isFalse();
        assertThat(pool(1, 240, 239, 24).isBehind(now.plus(Duration.ofDays(9)))).isTrue();
    }

    @Property
    @net.jqwik.api.Tag("TD-03")
    void whatIsWholePressesNoMoreAndWhatIsMissingAlwaysDoes(
            @ForAll @IntRange(min = 1, max = 3) int number,
            @ForAll @IntRange(min = 1, max = 5_000) int quota,
            @ForAll @IntRange(max = 6_000) int given,
            @ForAll @IntRange(max = 400) int hour) {
        double weight = pool(number, quota, given, 24).weight(START.plus(Duration.ofHours(hour)));
        assertThat(weight).isFinite();
        assertThat(weight > 0).isEqualTo(given < quota);
    }
}
