package org.kanmai.app.trade.orders;

import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.orders.OrderRow.Parcel;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.OrderId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one's own shop has sold, and what there is to do about it. */
@RestController
class ShopOrdersHttp {
    private final Orders orders;
    private final OrderStore store;
    private final OrderDesk desk;

    ShopOrdersHttp(Orders orders, OrderStore store, OrderDesk desk) {
        this.orders = orders;
        this.store = store;
        this.desk = desk;
    }

    /** Who brings a parcel, under which number. */
    record Shipment(String carrier, String number) {
        Parcel parcel() {
            return new Parcel(text("carrier", carrier, 1, 30), text("number", number, 4, 40));
        }

        private static String text(String field, String sent, int shortest, int longest) {
            var text = sent.strip();
            if (text.length() < shortest
                    || text.length() > longest
                    || text.chars().anyMatch(Character::isISOControl)) {
                throw Refusal.invalid(field, "must have " + shortest + "-" + longest + " characters");
            }
            return text;
        }
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/orders")
    Slice<Order> list(@RequestParam(required = false) OrderRow.@Nullable State state, Paging paging, Viewer viewer) {
        var slice = Slice.of(
                store.ofShop(desk.shop(viewer).id(), state, paging),
                paging,
                row -> row.id().value());
        return new Slice<>(desk.forShop(slice.items()), slice.next());
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/orders/{id}")
    Order one(@PathVariable OrderId id, Viewer viewer) {
        return desk.forShop(desk.sold(id, viewer), viewer);
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/orders/{id}/shipment")
    Order ship(@PathVariable OrderId id, @RequestBody Shipment shipment, Viewer viewer) {
        orders.ship(desk.sold(id, viewer).id(), shipment.parcel());
        return one(id, viewer);
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/orders/{id}/refund")
    Order refund(@PathVariable OrderId id, Viewer viewer) {
        orders.refund(desk.sold(id, viewer));
        return one(id, viewer);
    }
}
