package org.kanmai.app.trade.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Money;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.SkuId;

/** A line of an order as it was ordered; {@code sale} is the flash sale that its price is of, {@code lead} is absent once its buyer is erased. */
public record OrderLine(
        SkuId sku,
        Shown.Item product,
        List<String> options,
        int units,
        Money price,
        @Nullable SaleId sale,
        @Nullable Lead lead) {
    public OrderLine {
        options = List.copyOf(options);
    }

    /** Returns so many units of it. */
    OrderLine of(int count) {
        return new OrderLine(sku, product, options, count, price, sale, lead);
    }

    public Money amount() {
        return price.times(units);
    }
}
