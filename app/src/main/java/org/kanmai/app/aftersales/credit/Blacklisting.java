package org.kanmai.app.aftersales.credit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;

/**
 * A shop's way onto the blacklist and off it.
 *
 * @param askedBy absent once erased
 * @param putBy absent until it stands, and once erased
 * @param appeal what the shop's owner says; empty until then
 * @param answer why it was refused, lifted or upheld; empty until then
 */
record Blacklisting(
        long id,
        ShopId shop,
        State state,
        String reason,
        @Nullable PersonId askedBy,
        Instant askedAt,
        @Nullable PersonId putBy,
        @Nullable Instant putAt,
        String appeal,
        @Nullable Instant appealedAt,
        String answer,
        @Nullable Instant endedAt) {

    /** Where it stands. */
    enum State implements Code {
        /** One operator asks for it; it has no effect. */
        ASKED,
        /** Another put it there. */
        STANDING,
        /** It stands, and the shop's owner objects. */
        APPEALED,
        REFUSED,
        LIFTED;

        boolean isInForce() {
            return this == STANDING || this == APPEALED;
        }
    }
}
