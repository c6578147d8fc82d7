package org.kanmai.app.insight.traces;

import org.kanmai.app.catalog.Shops;
import org.kanmai.app.trade.orders.OrderBook;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.OrderId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How an order came about, for its shop and for operators. */
@RestController
class TracesHttp {
    private final OrderTraces traces;
    private final OrderBook orders;
    private final Shops shops;

    TracesHttp(OrderTraces traces, OrderBook orders, Shops shops) {
        this.traces = traces;
        this.orders = orders;
        this.shops = shops;
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/orders/{id}/trace")
    OrderTrace trace(@PathVariable OrderId id, Viewer viewer) {
        return traces.of(
                orders.find(id).filter(row -> concerns(viewer, row)).orElseThrow(() -> Refusal.notFound("order")));
    }

    private boolean concerns(Viewer viewer, OrderRow order) {
        return viewer.is(Role.OPERATOR)
                || shops.of(viewer.self())
                        .filter(shop -> shop.id().equals(order.shop()))
                        .isPresent();
    }
}
