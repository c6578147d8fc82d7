package org.kanmai.app.trade.promises;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.amends.Amends;
import org.kanmai.app.trade.amends.Compensation;
import org.kanmai.app.trade.orders.OrderDesk;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.trade.parcels.Parcels;
import org.kanmai.app.trade.parcels.Tracking;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.OrderId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The way of an order's parcel, its promise, and what was given for it: to its buyer and its shop alike. */
@RestController
class DeliveryHttp {
    private final OrderDesk desk;
    private final Parcels parcels;
    private final PromiseStore store;
    private final Promises promises;
    private final Amends amends;

    DeliveryHttp(OrderDesk desk, Parcels parcels, PromiseStore store, Promises promises, Amends amends) {
        this.desk = desk;
        this.parcels = parcels;
        this.store = store;
        this.promises = promises;
        this.amends = amends;
    }

    /**
     * What is known of an order's way.
     *
     * @param tracking absent before it is sent
     * @param promise absent before it is paid
     * @param insured of each line, by its place, whether the shop pays the way back whatever the reason
     */
    record Delivery(
            @Nullable Tracking tracking,
            @Nullable Promised promise,
            List<Compensation> compensations,
            List<Boolean> insured) {}

    /** A promise as it stands. */
    record Promised(
            Instant by, Promise.State state, @Nullable Instant handedAt) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/orders/{id}/delivery")
    Delivery bought(@PathVariable OrderId id, Viewer viewer) {
        return delivery(desk.bought(id, viewer));
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/orders/{id}/delivery")
    Delivery sold(@PathVariable OrderId id, Viewer viewer) {
        return delivery(desk.sold(id, viewer));
    }

    private Delivery delivery(OrderRow order) {
        var promised = store.of(order.id())
                .map(row -> new Promised(
                        row.promise().by(), promises.state(row), row.promise().handedOver()));
        return new Delivery(
                parcels.of(order).orElse(null),
                promised.orElse(null),
                amends.of(order.id()),
                amends.insured(order.id()));
    }
}
