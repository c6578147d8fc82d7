package org.kanmai.app.promotion.coupons;

import java.util.List;
import org.kanmai.app.promotion.coupons.Purse.Held;
import org.kanmai.app.promotion.coupons.Saving.Reason;
import org.kanmai.facts.Money;

/** Says whether a voucher can be used for a basket, by itself. */
final class Fitting {
    private final Basket basket;
    private final Purse.Standing standing;

    Fitting(Basket basket, Purse.Standing standing) {
        this.basket = basket;
        this.standing = standing;
    }

    /** What came of trying a voucher. */
    sealed interface Fit {
        /** It takes off so much. */
        record Fits(Held held, Money off) implements Fit {}

        /** It would with more in the basket. */
        record Nearly(Held held, Money missing, Money off) implements Fit {}

        /** It does not. */
        record Not(Held held, Reason reason) implements Fit {}
    }

    Fit of(Held held) {
        var coupon = held.coupon();
        var items = basket.items().stream().filter(coupon::isFor).toList();
        if (!coupon.off().currency().equals(basket.items().getFirst().amount().currency())) {
            return new Fit.Not(held, Reason.OTHER_CURRENCY);
        }
        if (items.isEmpty()) {
            return new Fit.Not(held, sold(coupon));
        }
        if (coupon.kind() == Coupon.Kind.FIRST_ORDER && standing == Purse.Standing.CUSTOMER) {
            return new Fit.Not(held, Reason.ORDERED_BEFORE);
        }
        return priced(held, sum(items));
    }

    /** Why nothing of the basket counts. */
    private Reason sold(Coupon coupon) {
        return basket.items().stream()
                .filter(item ->
                        coupon.isFor(new Basket.Item(item.shop(), item.product(), item.amount(), Basket.Selling.USUAL)))
                .findFirst()
                .map(item -> item.selling() == Basket.Selling.FLASH_SALE ? Reason.FLASH_SALE : Reason.GROUP_BUY)
                .orElse(Reason.OTHER_PRODUCTS);
    }

    private static Money sum(List<Basket.Item> items) {
        return items.stream().map(Basket.Item::amount).reduce(Money::plus).orElseThrow();
    }

    private static Fit priced(Held held, Money amount) {
        var coupon = held.coupon();
        long missing = coupon.threshold().minor() - amount.minor();
        if (missing > 0) {
            return new Fit.Nearly(held, new Money(missing, amount.currency()), coupon.off(coupon.threshold()));
        }
        var off = coupon.off(amount);
        if (off.isZero()) {
            return new Fit.Not(held, Reason.NOTHING_LEFT);
        }
        return off.minor() > held.left().minor() ? new Fit.Not(held, Reason.USED_UP) : new Fit.Fits(held, off);
    }
}
