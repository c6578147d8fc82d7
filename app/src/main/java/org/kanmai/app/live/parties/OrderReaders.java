package org.kanmai.app.live.parties;

import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.trade.orders.OrderBook;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.OrderId;
import org.springframework.stereotype.Component;

/** Lets read what rooms know of an order: its buyer, its shop, and operators who decide about it. */
@Component
public class OrderReaders {
    private final OrderBook orders;
    private final Shops shops;

    OrderReaders(OrderBook orders, Shops shops) {
        this.orders = orders;
        this.shops = shops;
    }

    /** Returns an order; refuses with 404 whoever may not read it. */
    public OrderRow read(OrderId id, Viewer viewer) {
        return orders.find(id).filter(each -> sees(viewer, each)).orElseThrow(() -> Refusal.notFound("order"));
    }

    private boolean sees(Viewer viewer, OrderRow order) {
        return viewer.is(order.buyer())
                || viewer.is(Role.OPERATOR)
                || shops.of(viewer.self())
                        .map(Shop::id)
                        .filter(order.shop()::equals)
                        .isPresent();
    }
}
