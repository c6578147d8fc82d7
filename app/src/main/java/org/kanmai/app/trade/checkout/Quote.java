package org.kanmai.app.trade.checkout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.kanmai.app.catalog.stock.Stock;
import org.kanmai.app.trade.orders.Shown;
import org.kanmai.facts.Money;

/**
 * What an order would cost now, line by line.
 *
 * @param id a hash over shops, variants, units and prices: an order names it, so that nobody pays a price unseen
 * @param orders one for each shop
 * @param total of all of them
 * @param shortages variants of which fewer are free than are asked for
 */
record Quote(
        String id,
        List<ShopQuote> orders,
        Money total,
        @JsonProperty("short") List<Stock.Shortage> shortages) {
    Quote {
        orders = List.copyOf(orders);
        shortages = List.copyOf(shortages);
    }

    /** What one shop's part would cost. */
    record ShopQuote(Shown.Seller shop, List<Shown.Line> lines, List<Shown.Explained> explained, Money total) {
        Money goods() {
            return lines.stream().map(Shown.Line::amount).reduce(Money::plus).orElseThrow();
        }

        Money shipping() {
            return total.minus(goods());
        }
    }
}
