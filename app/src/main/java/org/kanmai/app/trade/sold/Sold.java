package org.kanmai.app.trade.sold;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.kanmai.facts.Ids;
import org.kanmai.facts.ProductId;
import org.springframework.stereotype.Component;

/** Says how many units of products were sold in the last 30 days: ordered then, paid, and not refunded. */
@Component
public class Sold {
    private static final Duration LATELY = Duration.ofDays(30);

    private final SoldStore store;
    private final Clock clock;

    Sold(SoldStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Returns the units of each product; those of which none were sold are left out. */
    public Map<ProductId, Long> lately(Collection<ProductId> products) {
        return products.isEmpty()
                ? Map.of()
                : store.units(products, Ids.smallest(clock.instant().minus(LATELY)));
    }
}
