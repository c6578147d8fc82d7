package org.kanmai.app.live.parties;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.orders.Shown.Seller;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.RoomId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who answers for what a room sells, before one buys and on the order. */
@RestController
class PartiesHttp {
    private final Parties parties;
    private final PartyStore store;
    private final OrderReaders orders;

    PartiesHttp(Parties parties, PartyStore store, OrderReaders orders) {
        this.parties = parties;
        this.store = store;
        this.orders = orders;
    }

    /** Those of a room; {@code agency} is absent when its host works alone. */
    record Named(String platform, String host, @Nullable String agency, List<Seller> merchants) {}

    /** Those of an order; absent when it was not bought in a room. */
    record Kept(@Nullable Responsible parties) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rooms/{id}/parties")
    Named ofRoom(@PathVariable RoomId id) {
        var found = parties.of(id).orElseThrow(() -> Refusal.notFound("room"));
        var merchants = found.merchants().entrySet().stream()
                .map(each -> new Seller(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(each -> each.id().value()))
                .toList();
        return new Named(found.platform(), found.host(), found.agency(), merchants);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/orders/{id}/parties")
    Kept ofOrder(@PathVariable OrderId id, Viewer viewer) {
        return new Kept(store.of(orders.read(id, viewer).id()).orElse(null));
    }
}
