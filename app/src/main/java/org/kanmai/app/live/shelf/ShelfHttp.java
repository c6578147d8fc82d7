package org.kanmai.app.live.shelf;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Product;
import org.kanmai.app.live.attendance.Attendances;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The goods of a room, as everybody sees them and as its host arranges them. */
@RestController
class ShelfHttp {
    private final Shelf shelf;
    private final ShelfStore store;
    private final Rooms rooms;
    private final Catalog catalog;
    private final Attendances attendances;

    ShelfHttp(Shelf shelf, ShelfStore store, Rooms rooms, Catalog catalog, Attendances attendances) {
        this.shelf = shelf;
        this.store = store;
        this.rooms = rooms;
        this.catalog = catalog;
        this.attendances = attendances;
    }

    /** Goods in their order; {@code explained} is the one that is talked about. */
    record Goods(List<Product> items, @Nullable Now explained) {}

    /** What is being explained, and since when. */
    record Now(ProductId product, Instant since) {}

    /** Which goods, in which order. */
    record Order(List<ProductId> products) {
        Order {
            products = List.copyOf(products);
        }
    }

    /** What is being explained; nothing ends it. */
    record Mark(@Nullable ProductId product) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rooms/{id}/goods")
    Goods goods(@PathVariable RoomId id) {
        if (rooms.find(id).isEmpty()) {
            throw Refusal.notFound("room");
        }
        var products = List.copyOf(catalog.find(store.products(id)).values());
        return new Goods(
                products,
                store.explained(id)
                        .map(now -> new Now(now.product(), now.since()))
                        .orElse(null));
    }

    /** Tells that somebody looks at what a shelf holds. */
    @Allowed(Allowed.To.ANYONE)
    @PostMapping("/api/rooms/{id}/goods/{product}/opened")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void opened(@PathVariable RoomId id, @PathVariable ProductId product, Viewer viewer, Trace trace) {
        if (!store.products(id).contains(product)) {
            throw Refusal.notFound("product");
        }
        attendances.open(id, viewer, trace, product);
    }

    @Allowed(Allowed.To.CREATOR)
    @PutMapping("/api/me/rooms/{id}/goods")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable RoomId id, @RequestBody Order order, Viewer viewer) {
        shelf.put(viewer.self(), id, order.products());
    }

    @Allowed(Allowed.To.CREATOR)
    @PutMapping("/api/me/rooms/{id}/explained")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void explain(@PathVariable RoomId id, @RequestBody Mark mark, Viewer viewer) {
        shelf.explain(viewer.self(), id, mark.product());
    }
}
