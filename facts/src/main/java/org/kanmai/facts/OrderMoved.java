package org.kanmai.facts;

import java.time.Instant;

/**
 * An order came into another state.
 *
 * @param total what the order is about: paid, or given back
 */
public record OrderMoved(long id, Instant at, Origin origin, OrderId order, ShopId shop, OrderStep step, Money total)
        implements Fact.OfOrder {

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
