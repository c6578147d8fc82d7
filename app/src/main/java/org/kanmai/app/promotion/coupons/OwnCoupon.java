package org.kanmai.app.promotion.coupons;

import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;

/**
 * A coupon as whoever made it sees it.
 *
 * @param code absent unless it is had by telling one
 * @param hours how long one lasts from when it is taken, the coupon's end at most
 * @param held what orders that are open or paid have of the budget
 * @param friends how many must help to have one; 0 unless it is had that way
 * @param most how many one person can have
 */
record OwnCoupon(
        Coupon coupon,
        Coupon.Way way,
        @Nullable String code,
        int hours,
        Money budget,
        Money held,
        int pieces,
        int taken,
        int most,
        int friends,
        State state) {

    /** Whether more can be taken; those that are taken last on. */
    enum State implements Code {
        OPEN,
        STOPPED
    }
}
