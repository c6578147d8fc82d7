package org.kanmai.app.live.offers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.kanmai.app.catalog.sales.RoomSales;
import org.kanmai.app.catalog.sales.Sale;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Money;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SkuId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Prices that hold in one room alone (LC-03): called by its host, counted down by the server's clock. */
@RestController
class OffersHttp {
    private static final int SOONEST = 3;
    private static final int LATEST = 60;
    private static final int SHORTEST = 60;
    private static final int LONGEST = 43_200;

    private final RoomSales sales;
    private final Rooms rooms;
    private final Clock clock;

    OffersHttp(RoomSales sales, Rooms rooms, Clock clock) {
        this.sales = sales;
        this.rooms = rooms;
        this.clock = clock;
    }

    /**
     * What a host calls out.
     *
     * @param countdown seconds until it is on sale
     * @param seconds for which it is, unless the room ends before
     */
    record Call(SkuId sku, Money price, int units, int most, int countdown, int seconds) {}

    /** Offers as they stand at an instant of the server's clock. */
    record Standing(List<Sale> items, Instant now) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rooms/{id}/offers")
    Standing of(@PathVariable RoomId id) {
        if (rooms.find(id).isEmpty()) {
            throw Refusal.notFound("room");
        }
        return new Standing(sales.of(id), clock.instant());
    }

    @Allowed(Allowed.To.CREATOR)
    @PostMapping("/api/me/rooms/{id}/offers")
    @ResponseStatus(HttpStatus.CREATED)
    Sale call(@PathVariable RoomId id, @RequestBody Call call, Viewer viewer) {
        refuseUnless(call.countdown() >= SOONEST && call.countdown() <= LATEST, "countdown", "must be 3-60");
        refuseUnless(call.seconds() >= SHORTEST && call.seconds() <= LONGEST, "seconds", "must be 60-43200");
        rooms.selling(viewer.self(), id);
        var from = clock.instant().plusSeconds(call.countdown());
        return sales.plan(
                viewer.self(),
                id,
                new RoomSales.Wanted(
                        call.sku(), call.price(), call.units(), call.most(), from, from.plusSeconds(call.seconds())));
    }

    private static void refuseUnless(boolean allowed, String field, String reason) {
        if (!allowed) {
            throw Refusal.invalid(field, reason);
        }
    }
}
