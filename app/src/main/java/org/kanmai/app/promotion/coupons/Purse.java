package org.kanmai.app.promotion.coupons;

import java.time.Instant;
import java.util.List;
import org.kanmai.facts.Money;
import org.kanmai.facts.VoucherId;

/** The vouchers that somebody can use now, those that expire first in front. */
public record Purse(List<Held> vouchers, Standing standing) {
    /** Nobody's. */
    public static final Purse EMPTY = new Purse(List.of(), Standing.CUSTOMER);

    public Purse {
        vouchers = List.copyOf(vouchers);
    }

    /** Whether somebody has ordered before. */
    public enum Standing {
        NEWCOMER,
        CUSTOMER
    }

    /**
     * A voucher with its coupon.
     *
     * @param left how much of the budget is not given away
     */
    public record Held(VoucherId id, Coupon coupon, Money left, Instant expiresAt) {}
}
