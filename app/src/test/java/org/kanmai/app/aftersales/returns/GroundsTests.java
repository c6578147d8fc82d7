package org.kanmai.app.aftersales.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.aftersales.AftersalesSettings;
import org.kanmai.app.aftersales.returns.Wish.Kind;
import org.kanmai.app.aftersales.returns.Wish.Reason;
import org.kanmai.app.trade.orders.OrderRow.State;

@Tag("EC-11")
class GroundsTests {
    /** Nine in the evening in Shanghai on the first of March. */
    private static final Instant RECEIVED = Instant.parse("2026-03-01T13:00:00Z");

    private static final AftersalesSettings SETTINGS = new AftersalesSettings(
            ZoneId.of("Asia/Shanghai"),
            7,
            15,
            Duration.ofHours(48),
            Duration.ofDays(7),
            Duration.ofDays(10),
            Duration.ofHours(72),
            Duration.ofHours(72),
            Duration.ofDays(7),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofDays(7),
            1_000);

    private static Grounds at(State state, @Nullable Instant received, String now) {
        return new Grounds(state, received, Instant.parse(now), SETTINGS);
    }

    private static Grounds received(String now) {
        return at(State.RECEIVED, RECEIVED, now);
    }

    @Test
    void withoutAReasonUnitsGoBackOnTheSeventhDayAndNotOnTheEighth() {
        var lastMoment = received("2026-03-08T15:59:59.999Z");
        var eighthDay = received("2026-03-08T16:00:00Z");
        assertThat(lastMoment.allow(Kind.RETURN, Reason.CHANGED_MIND)).isTrue();
        assertThat(lastMoment.freeUntil()).isEqualTo(Instant.parse("2026-03-08T16:00:00Z"));
        assertThat(eighthDay.allow(Kind.RETURN, Reason.CHANGED_MIND)).isFalse();
        assertThat(eighthDay.allow(Kind.EXCHANGE, Reason.CHANGED_MIND)).isFalse();
    }

    @Test
    void forTheShopsFaultItIsFifteenDays() {
        assertThat(received("2026-03-16T15:59:59Z").allow(Kind.REFUND, Reason.DAMAGED))
                .isTrue();
        assertThat(received("2026-03-16T16:00:00Z").allow(Kind.REFUND, Reason.DAMAGED))
                .isFalse();
        assertThat(received("2026-03-16T16:00:00Z").choices()).isEmpty();
    }

    @Test
    void whoChangedTheirMindSendsTheGoodsBackAndWhatNeverArrivedCannotBeSent() {
        var now = received("2026-03-02T00:00:00Z");
        assertThat(now.allow(Kind.REFUND, Reason.CHANGED_MIND)).isFalse();
        assertThat(now.allow(Kind.REFUND, Reason.NOT_ARRIVED)).isTrue();
        assertThat(now.allow(Kind.RETURN, Reason.NOT_ARRIVED)).isFalse();
    }

    @Test
    void beforeItIsSentUnitsAreOnlyRefundedAndUnpaidOrClosedOrdersGiveNothingBack() {
        var paid = at(State.PAID, null, "2026-03-01T00:00:00Z");
        assertThat(paid.choices())
                .singleElement()
                .satisfies(choice -> assertThat(choice.kinds()).containsExactly(Kind.REFUND));
        assertThat(at(State.PLACED, null, "2026-03-01T00:00:00Z").choices()).isEmpty();
        assertThat(at(State.CLOSED, null, "2026-03-01T00:00:00Z").choices()).isEmpty();
        assertThat(at(State.REFUNDED, RECEIVED, "2026-03-02T00:00:00Z").choices())
                .isEmpty();
    }
}
