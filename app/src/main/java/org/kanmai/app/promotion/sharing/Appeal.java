package org.kanmai.app.promotion.sharing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.AppealId;
import org.kanmai.facts.Code;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.VoucherId;

/**
 * What somebody asks friends to help with.
 *
 * @param voucher the piece that lies aside for it
 * @param person absent once erased
 */
record Appeal(
        AppealId id,
        CouponId coupon,
        VoucherId voucher,
        @Nullable PersonId person,
        int needed,
        int helped,
        State state,
        Instant endsAt) {

    /** Where it stands. */
    enum State implements Code {
        OPEN,
        UNLOCKED,
        LAPSED
    }

    boolean openAt(Instant now) {
        return state == State.OPEN && endsAt.isAfter(now);
    }
}
