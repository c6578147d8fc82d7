package org.kanmai.app.live.requests;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.affiliate.terms.Picks;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Offer;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.catalog.sales.RoomSales;
import org.kanmai.app.catalog.sales.RoomSales.Wanted;
import org.kanmai.app.live.requests.PriceRequest.State;
import org.kanmai.app.live.rooms.Room;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SkuId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of prices that hosts ask for, of goods that they sell for others (LC-03, LC-06): the shop agrees, and it is a price of that
 * room alone, or it declines with a reason, or nobody answers in time.
 */
@Component
class PriceRequests {
    static final int MOST_WAITING = 20;
    private static final int AT_ONCE = 100;

    private final PriceRequestStore store;
    private final Rooms rooms;
    private final RoomSales sales;
    private final Catalog catalog;
    private final Shops shops;
    private final Picks picks;
    private final Notices notices;
    private final Ids ids;
    private final Clock clock;

    PriceRequests(
            PriceRequestStore store,
            Rooms rooms,
            RoomSales sales,
            Catalog catalog,
            Shops shops,
            Picks picks,
            Notices notices,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.rooms = rooms;
        this.sales = sales;
        this.catalog = catalog;
        this.shops = shops;
        this.picks = picks;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks the shop of a chosen product for a price of the own room. */
    @Transactional
    PriceRequest ask(PersonId host, RoomId id, Wanted wanted) {
        var room = rooms.selling(host, id);
        var offer = chosen(room, wanted.sku());
        sales.check(wanted, offer);
        var now = clock.instant();
        var request = new PriceRequest(
                ids.next(),
                id,
                host,
                offer.shop(),
                offer.product(),
                wanted,
                State.ASKED,
                null,
                null,
                now,
                PriceRequest.expiry(wanted, now));
        rooms.lock(id);
        add(request);
        tellShop(request);
        return request;
    }

    private Offer chosen(Room room, SkuId sku) {
        var offer = Optional.ofNullable(catalog.offers(List.of(sku)).get(sku))
                .orElseThrow(() -> Refusal.notFound("variant"));
        if (offer.shop().equals(room.shop()) || room.host().equals(owner(offer.shop()))) {
            throw Refusal.conflict("own-product", "It is your own", "Call its price out yourself.");
        }
        if (picks.among(room.host(), List.of(offer.product())).isEmpty()) {
            throw Refusal.invalid("sku", "must be of goods of the alliance that you chose");
        }
        return offer;
    }

    private @Nullable PersonId owner(ShopId shop) {
        var found = shops.find(List.of(shop)).get(shop);
        return found == null || found.owner() == null ? null : found.owner().id();
    }

    private void add(PriceRequest request) {
        if (store.waiting(request.room()) >= MOST_WAITING) {
            throw Refusal.conflict(
                    "price-requests-full",
                    "Enough is asked for",
                    "At most " + MOST_WAITING + " prices of a room wait for an answer at a time.");
        }
        try {
            store.add(request);
        } catch (DuplicateKeyException twice) {
            throw Refusal.conflict(
                    "price-asked", "You have asked already", "Take back what you asked for this variant first.");
        }
    }

    @Transactional
    void withdraw(PersonId host, RoomId room, long id) {
        boolean own = store.find(id)
                .filter(each -> each.room().equals(room) && each.host().equals(host))
                .isPresent();
        if (!own) {
            throw Refusal.notFound("request");
        }
        require(store.withdraw(id));
    }

    /** Makes it a sale of the room and lays its units aside; refuses as for any sale, and then it still waits. */
    @Transactional
    PriceRequest agree(PersonId merchant, long id) {
        var request = asked(merchant, id);
        var now = clock.instant();
        require(store.lockAsked(id, now));
        refuseOver(request.room());
        refuseStale(request);
        var sale = sales.plan(merchant, request.room(), request.agreedAt(now));
        store.agree(id, sale.id(), now);
        return told(id);
    }

    @Transactional
    PriceRequest decline(PersonId merchant, long id, String reason) {
        asked(merchant, id);
        require(store.decline(id, reason, clock.instant()));
        return told(id);
    }

    private PriceRequest asked(PersonId merchant, long id) {
        var shop = shops.of(merchant).orElseThrow(() -> Refusal.notFound("request"));
        return store.find(id)
                .filter(each -> each.shop().equals(shop.id()))
                .orElseThrow(() -> Refusal.notFound("request"));
    }

    private static void require(boolean moved) {
        if (!moved) {
            throw Refusal.conflict("price-request-state", "It has moved on", "Look at what was asked for again.");
        }
    }

    private void refuseOver(RoomId id) {
        var room = rooms.find(id).orElseThrow(() -> Refusal.notFound("room"));
        if (room.state().over()) {
            throw Rooms.over();
        }
        rooms.selling(room.host(), id);
    }

    private void refuseStale(PriceRequest request) {
        var wanted = request.wanted();
        var offer = catalog.offers(List.of(wanted.sku())).get(wanted.sku());
        if (offer == null
                || !offer.price().currency().equals(wanted.price().currency())
                || offer.price().minor() <= wanted.price().minor()) {
            throw Refusal.conflict(
                    "price-request-stale",
                    "It can't be had any more",
                    "The product is not on sale, or it costs no more than this now: decline it.");
        }
    }

    /** Ends what nobody answered in time, and what was asked in rooms that are over; hosts are told. */
    @Scheduled(fixedDelay = 2_000)
    @Transactional
    public void expire() {
        store.expire(clock.instant(), AT_ONCE).forEach(this::told);
    }

    private PriceRequest told(long id) {
        var request = store.find(id).orElseThrow();
        notices.tell(Telling.of(request.host(), NoticeKind.ROOM_PRICE_ANSWERED, subject(request), key(request))
                .with("state", request.state().code()));
        return request;
    }

    private void tellShop(PriceRequest request) {
        var owner = owner(request.shop());
        if (owner != null) {
            notices.tell(Telling.of(owner, NoticeKind.ROOM_PRICE_ASKED, subject(request), key(request))
                    .by(request.host()));
        }
    }

    private static NoticeSubject subject(PriceRequest request) {
        return new NoticeSubject(NoticeSubject.Kind.PRODUCT, request.product().value());
    }

    private static String key(PriceRequest request) {
        return "room-price:" + request.id() + ":" + request.state().code();
    }
}
