package org.kanmai.app.trade.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.GroupId;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;
import org.kanmai.facts.VoucherId;

/** The parts that quotes, carts and orders show alike. */
public final class Shown {
    private Shown() {}

    /** A shop by its name. */
    public record Seller(ShopId id, String name) {}

    /** A product by its title and its first picture. */
    public record Item(ProductId id, String title, @Nullable String picture) {}

    /** One line; {@code amount} is what its units cost together by the list, {@code off} what is taken off that, {@code free} how many are left, absent once it is ordered, {@code sale} the flash sale whose price it is, {@code group} with whom it is bought together, {@code room} whose price it is, absent once it is ordered. */
    public record Line(
            SkuId sku,
            Item product,
            List<String> options,
            int units,
            Money price,
            Money amount,
            Off off,
            @Nullable Integer free,
            @Nullable SaleId sale,
            @Nullable GroupId group,
            @Nullable RoomId room) {}

    /** What is taken off a line by its shop, and by the site. */
    public record Off(Money shop, Money site) {}

    /**
     * One term of a price, so that every cent has a reason.
     *
     * @param amount negative for what is taken off
     * @param coupon by which it is taken off; absent for other terms, and once it is ordered
     */
    public record Explained(
            Term term, Money amount, @Nullable By coupon) {
        public static Explained of(Term term, Money amount) {
            return new Explained(term, amount, null);
        }
    }

    /** A coupon by its name, and the voucher of it that is used. */
    public record By(VoucherId voucher, String name) {}

    /** Why something is to be paid. */
    public enum Term implements Code {
        /** What the lines cost by the list. */
        GOODS,
        SHIPPING,
        /** Taken off by the shop. */
        SHOP_COUPON,
        /** Taken off by the site. */
        SITE_COUPON
    }
}
