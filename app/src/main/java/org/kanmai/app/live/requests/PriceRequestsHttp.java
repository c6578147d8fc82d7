package org.kanmai.app.live.requests;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.catalog.sales.RoomSales.Wanted;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Money;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SkuId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Prices of rooms, as hosts ask shops for them and as shops answer. */
@RestController
class PriceRequestsHttp {
    private static final int LONGEST_REASON = 200;

    private final PriceRequests requests;
    private final PriceRequestStore store;
    private final RequestViews views;
    private final Rooms rooms;
    private final Shops shops;

    PriceRequestsHttp(PriceRequests requests, PriceRequestStore store, RequestViews views, Rooms rooms, Shops shops) {
        this.requests = requests;
        this.store = store;
        this.views = views;
        this.rooms = rooms;
        this.shops = shops;
    }

    /** What a host asks for. */
    record Wish(SkuId sku, Money price, int units, int most, Instant startsAt, Instant endsAt) {}

    /** What a shop says to it; one that declines gives a reason. */
    record Answer(boolean agreed, @Nullable String reason) {}

    @Allowed(Allowed.To.CREATOR)
    @PostMapping("/api/me/rooms/{id}/price-requests")
    @ResponseStatus(HttpStatus.CREATED)
    RequestViews.Shown ask(@PathVariable RoomId id, @RequestBody Wish wish, Viewer viewer) {
        var wanted = new Wanted(wish.sku(), wish.price(), wish.units(), wish.most(), wish.startsAt(), wish.endsAt());
        return views.of(requests.ask(viewer.self(), id, wanted));
    }

    @Allowed(Allowed.To.CREATOR)
    @GetMapping("/api/me/rooms/{id}/price-requests")
    Slice<RequestViews.Shown> ofRoom(@PathVariable RoomId id, Paging paging, Viewer viewer) {
        if (rooms.find(id).filter(room -> room.host().equals(viewer.self())).isEmpty()) {
            throw Refusal.notFound("room");
        }
        return views.of(Slice.of(store.of(id, paging), paging, PriceRequest::id));
    }

    @Allowed(Allowed.To.CREATOR)
    @DeleteMapping("/api/me/rooms/{id}/price-requests/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable RoomId id, @PathVariable String number, Viewer viewer) {
        requests.withdraw(viewer.self(), id, parsed(number));
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/price-requests")
    Slice<RequestViews.Shown> ofShop(Paging paging, Viewer viewer) {
        var shop = shops.of(viewer.self());
        return shop.isEmpty()
                ? new Slice<>(List.of(), null)
                : views.of(Slice.of(store.of(shop.get().id(), paging), paging, PriceRequest::id));
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/price-requests/{id}/answer")
    RequestViews.Shown answer(@PathVariable String id, @RequestBody Answer answer, Viewer viewer) {
        return views.of(
                answer.agreed()
                        ? requests.agree(viewer.self(), parsed(id))
                        : requests.decline(viewer.self(), parsed(id), reason(answer)));
    }

    private static String reason(Answer answer) {
        var text = answer.reason() == null ? "" : answer.reason().strip();
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > LONGEST_REASON || text.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("reason", "must have 1-" + LONGEST_REASON + " characters");
        }
        return text;
    }

    private static long parsed(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Refusal.notFound("request");
        }
        return Long.parseLong(id);
    }
}
