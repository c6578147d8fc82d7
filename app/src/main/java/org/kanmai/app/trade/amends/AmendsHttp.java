package org.kanmai.app.trade.amends;

import java.time.Clock;
import org.kanmai.app.trade.orders.OrderDesk;
import org.kanmai.app.trade.orders.TradeSettings;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ShopId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What one's own shop offers beyond its duty, and what it had to give. */
@RestController
class AmendsHttp {
    private final AmendStore store;
    private final TermStore terms;
    private final OrderDesk desk;
    private final TradeSettings settings;
    private final Clock clock;

    AmendsHttp(AmendStore store, TermStore terms, OrderDesk desk, TradeSettings settings, Clock clock) {
        this.store = store;
        this.terms = terms;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether a shop pays the way back of all that is ordered from now on, whatever the reason. */
    record Terms(boolean insured) {}

    /** What a shop promises whoever buys there now; {@code handOverHours} after paying a parcel is with its carrier. */
    record Promised(boolean insured, long handOverHours) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/shops/{id}/terms")
    Promised promised(@PathVariable ShopId id) {
        return new Promised(terms.insured(id), settings.handOverWithin().toHours());
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/terms")
    Terms terms(Viewer viewer) {
        return new Terms(terms.insured(desk.shop(viewer).id()));
    }

    @Allowed(Allowed.To.MERCHANT)
    @PutMapping("/api/me/shop/terms")
    Terms offer(@RequestBody Terms wanted, Viewer viewer) {
        terms.save(desk.shop(viewer).id(), wanted.insured(), clock.instant());
        return wanted;
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/compensations")
    Slice<Compensation> list(Paging paging, Viewer viewer) {
        var slice = Slice.of(store.ofShop(desk.shop(viewer).id(), paging), paging, AmendStore.Row::id);
        return slice.map(AmendStore.Row::compensation);
    }
}
