package org.kanmai.facts;

import java.time.Instant;
import java.util.List;

/**
 * Somebody ordered from a shop; who did is not on the log.
 *
 * @param total what is to be paid, of goods and of everything beside them
 */
public record OrderPlaced(
        long id, Instant at, Origin origin, OrderId order, ShopId shop, Money total, List<OrderedLine> lines)
        implements Fact.OfOrder {
    public OrderPlaced {
        lines = List.copyOf(lines);
    }

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
