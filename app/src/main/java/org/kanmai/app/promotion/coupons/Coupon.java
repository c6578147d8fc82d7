package org.kanmai.app.promotion.coupons;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.CouponId;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;

/**
 * What is taken off a price, on which terms.
 *
 * @param shop who made it and pays for it; absent for the site
 * @param off at most so much an order
 * @param percent of what it is for; 0 unless it is of that kind
 * @param threshold from which list price of what it is for
 * @param products what it is for; empty for everything
 * @param onSales whether units of a flash sale count, and those that a group buys at a settled price
 */
public record Coupon(
        CouponId id,
        @Nullable ShopId shop,
        String name,
        Kind kind,
        Money off,
        int percent,
        Money threshold,
        List<ProductId> products,
        boolean onSales,
        Instant startsAt,
        Instant endsAt) {
    private static final int HUNDRED = 100;

    public Coupon {
        products = List.copyOf(products);
    }

    /** How what is taken off is reckoned. */
    public enum Kind implements Code {
        /** An amount. */
        AMOUNT,
        /** A share, up to an amount. */
        PERCENT,
        /** An amount, of the first order that somebody ever places. */
        FIRST_ORDER
    }

    /** How somebody comes to have one. */
    public enum Way implements Code {
        /** By taking it, as anybody may. */
        PUBLIC,
        /** By telling its code. */
        CODE,
        /** From whoever made it. */
        GIVEN,
        /** By having friends help. */
        FRIENDS
    }

    /** Whose money it is. */
    public enum Funder implements Code {
        SHOP,
        SITE
    }

    /** Returns who pays for it. */
    public Funder funder() {
        return shop == null ? Funder.SITE : Funder.SHOP;
    }

    boolean ofShop(Basket.Item item) {
        return shop == null || shop.equals(item.shop());
    }

    boolean isFor(Basket.Item item) {
        return ofShop(item) && (products.isEmpty() || products.contains(item.product())) && counts(item.selling());
    }

    private boolean counts(Basket.Selling selling) {
        return switch (selling) {
            case USUAL -> true;
            case FLASH_SALE, GROUP_BUY -> onSales;
            case FALLING -> false;
        };
    }

    /** Returns what it takes off so much, the threshold being reached. */
    Money off(Money amount) {
        if (kind != Kind.PERCENT) {
            return off;
        }
        long share = Math.multiplyExact(amount.minor(), percent) / HUNDRED;
        return new Money(Math.min(share, off.minor()), off.currency());
    }
}
