package org.kanmai.app.trade.checkout;

import java.util.List;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.ShopId;

/** Somebody who named a room has placed orders; published in that transaction. The room may be anything that was named. */
public record OrderedInRoom(RoomId room, PersonId buyer, List<Placed> orders) {
    public OrderedInRoom {
        orders = List.copyOf(orders);
    }

    /** An order, its shop, and the first product in it. */
    public record Placed(OrderId order, ShopId shop, ProductId product) {}
}
