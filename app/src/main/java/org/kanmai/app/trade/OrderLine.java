package org.kanmai.app.trade;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Money;
import org.kanmai.facts.SkuId;

/** A line of an order as it was ordered; {@code lead} is absent once its buyer is erased. */
record OrderLine(
        SkuId sku, Shown.Item product, List<String> options, int units, Money price, @Nullable Lead lead) {
    OrderLine {
        options = List.copyOf(options);
    }

    Money amount() {
        return price.times(units);
    }
}
