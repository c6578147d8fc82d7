package org.kanmai.app.catalog.external;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.WorkId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links to other platforms: put by merchants, followed by anybody, each departure named by a reference (EC-07). */
@Component
class ExternalOffers {
    /** Where the days of the site begin. */
    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private final ExternalStore store;
    private final Visits visits;
    private final Catalog catalog;
    private final Shops shops;
    private final Clock clock;

    ExternalOffers(ExternalStore store, Visits visits, Catalog catalog, Shops shops, Clock clock) {
        this.store = store;
        this.visits = visits;
        this.catalog = catalog;
        this.shops = shops;
        this.clock = clock;
    }

    List<ExternalOffer> own(PersonId merchant, ProductId product) {
        if (!store.owns(shop(merchant), product)) {
            throw Refusal.notFound("product");
        }
        return store.of(product);
    }

    /** Puts all links of a product in the place of those that there are. */
    @Transactional
    List<ExternalOffer> put(PersonId merchant, ProductId product, List<ExternalOffer> wanted) {
        if (!store.lock(shop(merchant), product)) {
            throw Refusal.notFound("product");
        }
        if (wanted.stream().map(ExternalOffer::platform).distinct().count() < wanted.size()) {
            throw Refusal.invalid("items", "must be at most one of each platform");
        }
        store.clear(product);
        wanted.forEach(each -> store.add(product, each, clock.instant()));
        return store.of(product);
    }

    /** Returns where else a product is sold that is listed here. */
    List<ExternalOffer> of(ProductId product) {
        return catalog.product(product).isEmpty() ? List.of() : store.of(product);
    }

    /** Returns a reference with which somebody may leave for a platform. */
    String leave(ProductId product, Platform platform, @Nullable WorkId work) {
        if (of(product).stream().noneMatch(each -> each.platform() == platform)) {
            throw Refusal.notFound("external-offer");
        }
        return visits.reference(new Visit(product, platform, work, clock.instant()));
    }

    /** Returns where a reference leads, and counts who leaves; refuses with 404 what this site did not make, or too long ago. */
    URI follow(String reference) {
        var visit = visits.find(reference, Visits.TO_LEAVE).orElseThrow(() -> Refusal.notFound("external-offer"));
        var offer = of(visit.product()).stream()
                .filter(each -> each.platform() == visit.platform())
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("external-offer"));
        store.count(visit.product(), visit.platform(), LocalDate.ofInstant(clock.instant(), ZONE));
        return offer.naming(reference);
    }

    ShopId shop(PersonId merchant) {
        return shops.of(merchant).orElseThrow(() -> Refusal.notFound("shop")).id();
    }
}
