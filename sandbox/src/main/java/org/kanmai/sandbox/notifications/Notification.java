package org.kanmai.sandbox.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kanmai.sandbox.money.Amount;

/**
 * What the merchant is told, as it stands in the body.
 *
 * @param event the same at every try
 * @param kind a {@link Kind}'s code
 * @param payment the merchant's id of the payment
 * @param refund the merchant's id of the refund, null when it is about the payment
 * @param at when it happened
 */
public record Notification(
        UUID event, String kind, String payment, @Nullable String refund, Amount amount, Instant at) {

    /** Returns a new event about a payment. */
    public static Notification of(Kind kind, String payment, Amount amount, Instant at) {
        return new Notification(UUID.randomUUID(), kind.code(), payment, null, amount, at);
    }

    /** Returns a new event about a refund. */
    public static Notification of(Kind kind, String payment, String refund, Amount amount, Instant at) {
        return new Notification(UUID.randomUUID(), kind.code(), payment, refund, amount, at);
    }
}
