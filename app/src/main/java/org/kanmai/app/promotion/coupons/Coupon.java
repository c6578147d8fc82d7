package org.kanmai.app.promotion.coupons;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
 * @param products what it is for; it is for everything where no shops and no categories are named either
 * @param onSales whether units of a flash sale count, and those that a group buys at a settled price
 * @param shops of which it is for everything besides; only the site names some
 * @param categories of which it is for everything besides, with all that lies in them; only the site names some
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
        Instant endsAt,
        List<ShopId> shops,
        List<Integer> categories) {
    private static final int HUNDRED = 100;

    public Coupon {
        products = List.copyOf(products);
        shops = List.copyOf(shops);
        categories = List.copyOf(categories);
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
        return ofShop(item) && reaches(item) && counts(item.selling());
    }

    private boolean reaches(Basket.Item item) {
        boolean all = products.isEmpty() && shops.isEmpty() && categories.isEmpty();
        return all || products.contains(item.product()) || shops.contains(item.shop());
    }

    /** Returns it with those products named besides that lie in its categories, of some whose paths are known. */
    Coupon naming(Map<ProductId, List<Integer>> paths) {
        var named = new LinkedHashSet<>(products);
        paths.forEach((product, path) -> {
            if (path.stream().anyMatch(categories::contains)) {
                named.add(product);
            }
        });
        return new Coupon(
                id,
                shop,
                name,
                kind,
                off,
                percent,
                threshold,
                List.copyOf(named),
                onSales,
                startsAt,
                endsAt,
                shops,
                categories);
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
