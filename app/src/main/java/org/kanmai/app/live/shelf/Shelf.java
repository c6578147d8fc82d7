package org.kanmai.app.live.shelf;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.affiliate.terms.Picks;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Product;
import org.kanmai.app.live.rooms.Room;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomExplained;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.ShopId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts goods on a room's shelf and marks which is being explained (LC-02). */
@Component
public class Shelf {
    private static final int MOST = 100;

    private final ShelfStore store;
    private final Rooms rooms;
    private final Catalog catalog;
    private final Picks picks;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Shelf(
            ShelfStore store,
            Rooms rooms,
            Catalog catalog,
            Picks picks,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.catalog = catalog;
        this.picks = picks;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Puts exactly these goods on the shelf, in this order: of the host's own shop, or such as the host has chosen in the alliance (LC-06). */
    @Transactional
    public void put(PersonId host, RoomId id, List<ProductId> products) {
        var room = selling(host, id);
        if (products.size() > MOST || new HashSet<>(products).size() < products.size()) {
            throw Refusal.invalid("products", "must be at most " + MOST + ", each once");
        }
        if (!isSold(room, products)) {
            throw Refusal.invalid(
                    "products", "must be listed in your shop, or be goods of the alliance that you chose");
        }
        if (store.explained(id).filter(now -> !products.contains(now.product())).isPresent()) {
            store.stop(id, clock.instant());
            tell(id, null);
        }
        store.put(id, products);
    }

    private Room selling(PersonId host, RoomId id) {
        var room = rooms.running(host, id);
        if (store.muted(id)) {
            throw Refusal.conflict(
                    "goods-muted", "Nothing is sold here", "The platform has muted the goods of this room.");
        }
        return room;
    }

    private void tell(RoomId room, @Nullable ProductId product) {
        events.publishEvent(new RoomExplained(ids.next(), clock.instant(), Origin.LIVE, room, product));
    }

    /** Returns whose goods are on a room's shelf. */
    public Set<ShopId> shops(RoomId room) {
        return catalog.find(store.products(room)).values().stream()
                .map(Product::shop)
                .collect(Collectors.toSet());
    }

    private boolean isSold(Room room, List<ProductId> products) {
        var found = catalog.find(products);
        var chosen = picks.among(room.host(), products);
        return products.stream()
                .allMatch(each -> found.containsKey(each)
                        && (chosen.contains(each) || found.get(each).shop().equals(room.shop())));
    }

    /** Marks what is being explained from now on; nothing ends it. */
    @Transactional
    public void explain(PersonId host, RoomId id, @Nullable ProductId product) {
        selling(host, id);
        if (product != null && !store.products(id).contains(product)) {
            throw Refusal.invalid("product", "must be on the shelf");
        }
        store.stop(id, clock.instant());
        tell(id, product);
        if (product == null) {
            return;
        }
        try {
            store.explain(ids.next(), id, product, clock.instant());
        } catch (DuplicateKeyException another) {
            throw Refusal.conflict(
                    "explained-twice", "Something else was marked", "Look again; it was marked a moment ago.");
        }
    }
}
