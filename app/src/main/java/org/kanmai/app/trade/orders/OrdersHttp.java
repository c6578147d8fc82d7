package org.kanmai.app.trade.orders;

import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.OrderId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one has bought. */
@RestController
class OrdersHttp {
    private final Orders orders;
    private final OrderStore store;
    private final OrderDesk desk;

    OrdersHttp(Orders orders, OrderStore store, OrderDesk desk) {
        this.orders = orders;
        this.store = store;
        this.desk = desk;
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/orders")
    Slice<Order> list(@RequestParam(required = false) OrderRow.@Nullable State state, Paging paging, Viewer viewer) {
        var slice = Slice.of(
                store.ofBuyer(viewer.self(), state, paging),
                paging,
                row -> row.id().value());
        return new Slice<>(desk.forBuyer(slice.items()), slice.next());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/orders/{id}")
    Order one(@PathVariable OrderId id, Viewer viewer) {
        return desk.forBuyer(desk.bought(id, viewer));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/orders/{id}/cancellation")
    Order cancel(@PathVariable OrderId id, Viewer viewer) {
        orders.cancel(desk.bought(id, viewer));
        return one(id, viewer);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/orders/{id}/receipt")
    Order receive(@PathVariable OrderId id, Viewer viewer) {
        orders.receive(desk.bought(id, viewer).id());
        return one(id, viewer);
    }
}
