package org.kanmai.app.promotion.groups;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.DealId;
import org.kanmai.facts.Ids;
import org.kanmai.facts.ShopId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Offers what a shop sells to groups, and stops doing so. */
@Component
class DealDesk {
    private final DealStore store;
    private final Catalog catalog;
    private final Ids ids;
    private final Clock clock;

    DealDesk(DealStore store, Catalog catalog, Ids ids, Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Deal make(ShopId shop, DealTerms terms) {
        var offer = Optional.ofNullable(catalog.offers(List.of(terms.sku())).get(terms.sku()))
                .filter(each -> each.shop().equals(shop))
                .orElseThrow(() -> Refusal.notFound("variant"));
        if (offer.sale() != null) {
            throw Refusal.conflict(
                    "sale-planned", "It has a sale", "A flash sale of this runs; wait until it is over.");
        }
        var deal = terms.deal(new DealId(ids.next()), offer);
        try {
            store.add(deal, clock.instant());
        } catch (DuplicateKeyException open) {
            throw Refusal.conflict(
                    "group-buy-open",
                    "It has a group-buy",
                    "A variant has one group-buy at a time; stop that one first.");
        }
        return deal;
    }

    @Transactional
    void stop(ShopId shop, DealId id) {
        if (!store.stop(id, shop)) {
            throw Refusal.notFound("group-buy");
        }
    }
}
