package org.kanmai.facts;

import java.time.Instant;

/**
 * Units of a product that a live room led to came a step further; it names neither the buyer nor the order.
 *
 * @param units at least 1
 * @param amount what is paid for them together
 */
public record RoomSold(
        long id,
        Instant at,
        Origin origin,
        RoomId room,
        ProductId product,
        Conversion conversion,
        int units,
        Money amount)
        implements Fact.OfRoom {
    public RoomSold {
        if (units < 1) {
            throw new IllegalArgumentException("somebody wants at least one unit");
        }
    }

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
