package org.kanmai.app.promotion.coupons;

import java.util.List;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;

/** What somebody means to buy at list prices, all of one currency. */
public record Basket(List<Item> items) {
    public Basket {
        items = List.copyOf(items);
    }

    /**
     * A line.
     *
     * @param amount what its units cost together, before anything is taken off
     * @param selling how its price came about
     */
    public record Item(ShopId shop, ProductId product, Money amount, Selling selling) {}

    /** How a price came about. */
    public enum Selling {
        /** It is the variant's own. */
        USUAL,
        /** It is that of a flash sale. */
        FLASH_SALE,
        /** It is that of a group. */
        GROUP_BUY,
        /** It is that of a group, and falls as people come: nothing can be taken off it. */
        FALLING
    }
}
