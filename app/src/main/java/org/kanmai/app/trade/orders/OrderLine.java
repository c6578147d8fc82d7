package org.kanmai.app.trade.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.GroupId;
import org.kanmai.facts.Money;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.SkuId;

/**
 * A line of an order as it was ordered.
 *
 * @param sale the flash sale that its price is of
 * @param group with whom it is bought together, at the group's price
 * @param shopOff what its shop takes off all of its units
 * @param siteOff what the site takes off them and gives to the shop
 * @param lead absent once its buyer is erased
 */
public record OrderLine(
        SkuId sku,
        Shown.Item product,
        List<String> options,
        int units,
        Money price,
        @Nullable SaleId sale,
        @Nullable GroupId group,
        Money shopOff,
        Money siteOff,
        @Nullable Lead lead) {
    public OrderLine {
        options = List.copyOf(options);
    }

    /** Returns so many units of it, with as much taken off as the first so many have. */
    OrderLine of(int count) {
        return new OrderLine(
                sku, product, options, count, price, sale, group, upTo(shopOff, count), upTo(siteOff, count), lead);
    }

    /** Returns what the first so many units have of an amount for all of them, cut to whole minor units. */
    Money upTo(Money whole, int count) {
        return new Money(Math.multiplyExact(whole.minor(), (long) count) / units, whole.currency());
    }

    /** Returns what its units cost by the list. */
    public Money amount() {
        return price.times(units);
    }

    /** Returns what its buyer pays for its units: what goes back when all of them do. */
    public Money paid() {
        return amount().minus(shopOff).minus(siteOff);
    }
}
