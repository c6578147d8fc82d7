package org.kanmai.app.live.promises;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.live.parties.OrderReaders;
import org.kanmai.app.live.promises.Promise.Kind;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.Ids;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a host promises of the own shop's products; nothing that held for an order can be taken back from it (LC-18). */
@Component
class Promises {
    private static final int LONGEST_DAYS = 365;
    private static final int LONGEST_WORDS = 60;
    private static final int MOST = 200;

    private final PromiseStore store;
    private final Rooms rooms;
    private final Catalog catalog;
    private final OrderReaders orders;
    private final BannedWords banned;
    private final Ids ids;
    private final Clock clock;

    Promises(
            PromiseStore store,
            Rooms rooms,
            Catalog catalog,
            OrderReaders orders,
            BannedWords banned,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.catalog = catalog;
        this.orders = orders;
        this.banned = banned;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public void say(PersonId host, RoomId id, ProductId product, String kind, int amount, @Nullable String words) {
        var room = rooms.running(host, id);
        var what = parse(kind);
        var shop = room.shop();
        if (catalog.product(product).filter(each -> each.shop().equals(shop)).isEmpty()) {
            throw Refusal.invalid("product", "must be listed in your shop");
        }
        if (what.hasAmount() ? amount < 1 || amount > LONGEST_DAYS : amount != 0) {
            throw Refusal.invalid("amount", "must be 1-365 for what lasts, else 0");
        }
        store.add(ids.next(), id, product, what, amount, checked(what, words), clock.instant());
    }

    private static Kind parse(String kind) {
        try {
            return Code.parse(Kind.class, kind);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("kind", "is none of those known");
        }
    }

    private @Nullable String checked(Kind what, @Nullable String words) {
        var text = words == null ? "" : words.strip();
        boolean fits = what == Kind.ADDED
                ? !text.isEmpty()
                        && text.length() <= LONGEST_WORDS
                        && banned.in(text).isEmpty()
                : text.isEmpty();
        if (!fits) {
            throw Refusal.invalid("words", "must have 1-60 allowed characters for what is added, else none");
        }
        return what == Kind.ADDED ? text : null;
    }

    /** A promise holds no longer for new orders; it does for those placed before. */
    @Transactional
    public void withdraw(PersonId host, RoomId room, long promise) {
        rooms.running(host, room);
        if (!store.withdraw(room, promise, clock.instant())) {
            throw Refusal.notFound("promise");
        }
    }

    List<Promise> of(RoomId room) {
        if (rooms.find(room).isEmpty()) {
            throw Refusal.notFound("room");
        }
        return store.of(room, MOST);
    }

    /** Returns what holds for who orders a product now. */
    List<Promise> now(ProductId product) {
        return store.holding(List.of(product), clock.instant(), MOST);
    }

    /** Returns what held for an order when it was placed: for its buyer, its shop, and operators who decide about it. */
    List<Promise> of(OrderId id, Viewer viewer) {
        var order = orders.read(id, viewer);
        var products = order.lines().stream()
                .map(line -> line.product().id())
                .distinct()
                .toList();
        return store.holding(products, order.moments().placed(), MOST);
    }
}
