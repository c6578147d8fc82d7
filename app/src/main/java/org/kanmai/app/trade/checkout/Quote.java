package org.kanmai.app.trade.checkout;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import org.kanmai.app.catalog.stock.Stock;
import org.kanmai.app.promotion.coupons.Saving;
import org.kanmai.app.trade.orders.Shown;
import org.kanmai.facts.Money;
import org.kanmai.facts.SkuId;

/**
 * What an order would cost now, line by line.
 *
 * @param id a hash over shops, variants, units and prices: an order names it, so that nobody pays a price unseen
 * @param orders one for each shop
 * @param total of all of them
 * @param coupons why vouchers of the buyer are not used
 * @param delivery what stands in the way of sending it
 * @param shortages variants of which fewer are free than are asked for
 */
record Quote(
        String id,
        List<ShopQuote> orders,
        Money total,
        Unused coupons,
        Delivery delivery,
        @JsonProperty("short") List<Stock.Shortage> shortages) {
    Quote {
        orders = List.copyOf(orders);
        shortages = List.copyOf(shortages);
    }

    /** Vouchers that a larger order could use, and others that this one can't. */
    record Unused(List<Saving.Near> near, List<Saving.Refused> refused) {
        Unused {
            near = List.copyOf(near);
            refused = List.copyOf(refused);
        }
    }

    /**
     * What stands in the way of sending.
     *
     * @param addressNeeded whether freight is missing because no address is known
     * @param unserved variants that their shops do not send there
     */
    record Delivery(boolean addressNeeded, List<SkuId> unserved) {
        Delivery {
            unserved = List.copyOf(unserved);
        }

        static Delivery of(Collection<ShopQuote> orders) {
            return new Delivery(
                    orders.stream().anyMatch(order -> order.sending.addressNeeded()),
                    orders.stream()
                            .flatMap(order -> order.sending.unserved().stream())
                            .toList());
        }
    }

    /** What one shop's part would cost. */
    record ShopQuote(
            Shown.Seller shop,
            List<Shown.Line> lines,
            List<Shown.Explained> explained,
            Money total,
            @JsonIgnore List<Saving.Used> used,
            @JsonIgnore Sending sending) {
        Money goods() {
            return lines.stream().map(Shown.Line::amount).reduce(Money::plus).orElseThrow();
        }

        /** What is divided between the shop and the platform. */
        Money revenue() {
            return lines.stream().map(line -> line.off().site()).reduce(total, Money::plus);
        }

        Money shipping() {
            return sending.freight();
        }
    }
}
