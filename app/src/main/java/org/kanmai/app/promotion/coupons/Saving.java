package org.kanmai.app.promotion.coupons;

import java.util.List;
import org.kanmai.facts.Code;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.Money;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.VoucherId;

/**
 * What is taken off a basket, and why not more.
 *
 * @param offs what is taken off each of its lines, in their order
 * @param near vouchers that a larger basket could use
 * @param refused other vouchers that are not used
 */
public record Saving(List<Off> offs, List<Used> used, List<Near> near, List<Refused> refused) {
    public Saving {
        offs = List.copyOf(offs);
        used = List.copyOf(used);
        near = List.copyOf(near);
        refused = List.copyOf(refused);
    }

    /** What is taken off a line, by whom. */
    public record Off(Money shop, Money site) {}

    /** A voucher that is used, and what it takes off the order with one shop. */
    public record Used(VoucherId voucher, CouponId coupon, String name, Coupon.Funder funder, ShopId shop, Money off) {}

    /** A voucher, what it would take off, and how much the list price of what it is for must grow for that. */
    public record Near(VoucherId voucher, String name, Coupon.Funder funder, Money missing, Money off) {}

    /** A voucher that is not used, and why. */
    public record Refused(VoucherId voucher, String name, Coupon.Funder funder, Reason reason) {}

    /** Why a voucher is not used. */
    public enum Reason implements Code {
        /** Nothing here is of its shop, or of its products. */
        OTHER_PRODUCTS,
        /** What it is for is sold in a flash sale now. */
        FLASH_SALE,
        /** What it is for is bought with a group. */
        GROUP_BUY,
        /** It is for a first order, and this is none. */
        ORDERED_BEFORE,
        /** Its budget does not reach any more. */
        USED_UP,
        /** It is of another currency. */
        OTHER_CURRENCY,
        /** Another one of the same funder is used. */
        ANOTHER_IS_USED,
        /** It was not chosen. */
        NOT_CHOSEN,
        /** There is nothing left to take off. */
        NOTHING_LEFT
    }
}
