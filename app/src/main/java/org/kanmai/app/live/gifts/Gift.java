package org.kanmai.app.live.gifts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;

/**
 * What somebody gives a host.
 *
 * @param giver absent once erased
 * @param payment by which it is paid; absent before
 */
record Gift(
        long id,
        RoomId room,
        PersonId host,
        @Nullable PersonId giver,
        Kind kind,
        int pieces,
        Money amount,
        State state,
        Instant madeAt,
        Instant expiresAt,
        @Nullable PaymentId payment,
        @Nullable String reason) {

    /** What can be given, at a price that everybody knows. */
    enum Kind implements Code {
        TEA(100),
        FLOWER(600),
        LANTERN(3_000),
        BOAT(9_800);

        private final long minor;

        Kind(long minor) {
            this.minor = minor;
        }

        Money price() {
            return Money.of(minor, "CNY");
        }
    }

    /** Where it stands. */
    enum State implements Code {
        /** It waits to be paid. */
        OPEN,
        /** It is paid and held. */
        PAID,
        /** Nobody has paid it. */
        LAPSED,
        /** An operator gave it back. */
        RETURNED,
        /** It is the host's. */
        RELEASED
    }
}
