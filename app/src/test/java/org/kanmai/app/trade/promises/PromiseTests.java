package org.kanmai.app.trade.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kanmai.app.trade.promises.Promise.State;
import org.kanmai.facts.Money;

@Tag("EC-10")
class PromiseTests {
    private static final Instant PAID = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration GRACE = Duration.ofHours(2);
    private static final PromiseSettings SETTINGS = new PromiseSettings(GRACE, Duration.ofHours(12), 50, 100, 3_000);

    private static @Nullable Instant after(@Nullable Integer hours) {
        return hours == null ? null : PAID.plus(Duration.ofHours(hours));
    }

    /** Hours after payment: sent by the shop, follows, had by the carrier, refunded, looked at. */
    @ParameterizedTest
    @CsvSource({
        ",   false, ,   ,   1,  OPEN",
        ",   false, ,   ,   48, OPEN",
        ",   false, ,   ,   49, MISSED",
        "48, false, ,   ,   48, KEPT",
        "49, false, ,   ,   49, MISSED",
        "10, true,  ,   ,   48, OPEN",
        "10, true,  ,   ,   50, OPEN",
        "10, true,  ,   ,   51, MISSED",
        "10, true,  48, ,   51, KEPT",
        "10, true,  49, ,   49, MISSED",
        "49, true,  49, ,   49, MISSED",
        "60, true,  47, ,   60, KEPT",
        ",   false, ,   48, 60, LAPSED",
        ",   false, ,   49, 60, MISSED",
        "20, true,  30, 40, 60, KEPT",
        ",   false, ,   10, 10, LAPSED",
    })
    void whatBecomesOfIt(
            @Nullable Integer sent,
            boolean follows,
            @Nullable Integer handed,
            @Nullable Integer refunded,
            int now,
            State expected) {
        var promise = new Promise(PAID.plus(Duration.ofDays(2)), after(sent), follows, after(handed), after(refunded));
        assertThat(promise.at(PAID.plus(Duration.ofHours(now)), GRACE)).isEqualTo(expected);
    }

    @Test
    void whatItCostsIsAShareWithinBounds() {
        assertThat(SETTINGS.amount(Money.of(19_90, "CNY")).minor()).isEqualTo(100);
        assertThat(SETTINGS.amount(Money.of(100_00, "CNY")).minor()).isEqualTo(500);
        assertThat(SETTINGS.amount(Money.of(9_999_99, "CNY")).minor()).isEqualTo(3_000);
        assertThat(SETTINGS.amount(Money.of(Long.MAX_VALUE, "CNY")).minor()).isEqualTo(3_000);
    }
}
