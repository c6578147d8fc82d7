package org.kanmai.sandbox.payments;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.sandbox.money.Amount;

/**
 * What a merchant asked to be paid, and what became of it.
 *
 * @param id the merchant's own
 * @param reference the provider's own
 * @param token opens the page; only who has it can pay
 * @param paidAt null until it is paid
 */
public record Payment(
        String id,
        String reference,
        String token,
        State state,
        Amount amount,
        String subject,
        URI notifyUrl,
        URI returnUrl,
        Instant expiresAt,
        @Nullable Instant paidAt) {

    /** Returns whether a buyer can pay it now. */
    public boolean isPayable(Instant now) {
        return state == State.OPEN && now.isBefore(expiresAt);
    }
}
