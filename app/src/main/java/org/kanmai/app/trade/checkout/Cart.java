package org.kanmai.app.trade.checkout;

import java.util.List;
import org.kanmai.app.trade.orders.Shown;
import org.kanmai.facts.Money;
import org.kanmai.facts.SkuId;

/** What somebody means to buy, shop by shop; {@code count} is how many lines there are. */
record Cart(List<ShopPart> shops, int count) {

    /** What of it one shop sells. */
    record ShopPart(Shown.Seller shop, List<CartLine> lines) {}

    /**
     * One line.
     *
     * @param price now, or as it was last when it is not offered any more
     * @param wasPrice when it was put there
     * @param available whether it can be ordered now
     */
    record CartLine(
            SkuId sku,
            Shown.Item product,
            List<String> options,
            int units,
            Money price,
            Money wasPrice,
            int free,
            boolean available) {}
}
