package org.kanmai.sandbox.statements;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.sandbox.money.Amount;

/**
 * Money that moved.
 *
 * @param kind {@code payment}, towards the merchant, or {@code refund}, away from the merchant
 * @param refund the merchant's id of the refund, null for a payment
 */
record Movement(
        Instant time, String kind, String payment, @Nullable String refund, Amount amount) {
    /** What the provider keeps of a payment: 0.6 %. A refund costs nothing, and gives no fee back. */
    private static final BigDecimal RATE = new BigDecimal("0.006");

    long fee() {
        if (kind.equals("refund")) {
            return 0;
        }
        return BigDecimal.valueOf(amount.minor())
                .multiply(RATE)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** Returns the line of the statement; ids hold nothing that would need quotes. */
    String line() {
        return String.join(
                ",",
                time.toString(),
                kind,
                payment,
                refund == null ? "" : refund,
                Long.toString(amount.minor()),
                amount.currency(),
                Long.toString(fee()));
    }
}
