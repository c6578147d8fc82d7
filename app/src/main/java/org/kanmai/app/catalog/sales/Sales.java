package org.kanmai.app.catalog.sales;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Offer;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.SkuId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans flash sales, and ends them: their units lie apart from the shelf in between. */
@Component
class Sales {
    static final int LARGEST = 10_000;
    static final int MOST = 99;
    static final Duration SHORTEST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofDays(7);
    static final Duration FARTHEST = Duration.ofDays(30);
    private static final Instant LAST = Instant.parse("2500-01-01T00:00:00Z");
    private static final Logger log = LoggerFactory.getLogger(Sales.class);
    /** So many who order at once each find a bucket of their own: more than a process has connections. */
    private static final int MOST_BUCKETS = 64;

    private static final int USUAL_BUCKETS = 16;
    private static final int BATCH = 100;

    private final SaleStore store;
    private final Catalog catalog;
    private final Shops shops;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final Clock clock;

    Sales(SaleStore store, Catalog catalog, Shops shops, TransactionTemplate transactions, Ids ids, Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.shops = shops;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a merchant plans: some units of a variant that is offered, at a lower price, from one moment to another. */
    record Plan(SkuId sku, Money price, int units, int most, Instant startsAt, Instant endsAt) {
        Plan {
            refuseUnless(units >= 1 && units <= LARGEST, "units", "must be 1-" + LARGEST);
            refuseUnless(
                    most >= 1 && most <= Math.min(MOST, units),
                    "most",
                    "must be 1-" + MOST + ", and no more than units");
            refuseUnless(price.minor() >= 1, "price", "must be above 0");
            refuseUnless(
                    startsAt.isAfter(Instant.EPOCH) && startsAt.isBefore(LAST), "startsAt", "must be within 30 days");
            refuseUnless(
                    !endsAt.isBefore(startsAt.plus(SHORTEST)) && !endsAt.isAfter(startsAt.plus(LONGEST)),
                    "endsAt",
                    "must be a minute to 7 days after the start");
        }
    }

    private static void refuseUnless(boolean allowed, String field, String reason) {
        if (!allowed) {
            throw Refusal.invalid(field, reason);
        }
    }

    /** Plans a sale and lays its units aside. */
    @Transactional
    Sale plan(PersonId merchant, Plan plan, @Nullable RoomId room) {
        var offer = own(merchant, plan.sku());
        check(plan, offer);
        var now = clock.instant();
        var sale = sale(offer, plan, room);
        add(sale, now);
        if (!store.takeOffShelf(sale.sku(), sale.units())) {
            throw Refusal.conflict("too-few", "Fewer are free", "No more can be sold than are free.");
        }
        store.fill(sale.sku(), sale.units(), buckets(sale.units(), sale.most()));
        return sale.at(now);
    }

    /** Refuses what could be no sale of an offer now. */
    void check(Plan plan, Offer offer) {
        var now = clock.instant();
        refuseUnless(
                plan.startsAt().isBefore(now.plus(FARTHEST)) && plan.endsAt().isAfter(now),
                "startsAt",
                "must be within 30 days, and the end not past");
        refuseUnless(
                plan.price().currency().equals(offer.price().currency())
                        && plan.price().minor() < offer.price().minor(),
                "price",
                "must be below " + offer.price());
    }

    private Offer own(PersonId merchant, SkuId sku) {
        var shop = shops.of(merchant).orElseThrow(() -> Refusal.notFound("variant"));
        return Optional.ofNullable(catalog.offers(List.of(sku)).get(sku))
                .filter(offer -> offer.shop().equals(shop.id()))
                .orElseThrow(() -> Refusal.notFound("variant"));
    }

    private Sale sale(Offer offer, Plan plan, @Nullable RoomId room) {
        return new Sale(
                new SaleId(ids.next()),
                offer.shop(),
                offer.product(),
                offer.sku(),
                plan.price(),
                offer.price(),
                plan.units(),
                plan.units(),
                plan.most(),
                plan.startsAt(),
                plan.endsAt(),
                Sale.State.PLANNED,
                room);
    }

    private void add(Sale sale, Instant now) {
        try {
            store.add(sale, buckets(sale.units(), sale.most()), now);
        } catch (DuplicateKeyException planned) {
            throw Refusal.conflict(
                    "sale-planned", "It has a sale", "A variant has one sale at a time; call that one off first.");
        }
    }

    /**
     * Who finds no bucket that nobody is at locks all of them and makes the others wait, so there are many; in each lies as much as one
     * buyer may have, as long as that leaves the usual number of them.
     */
    static int buckets(int units, int most) {
        return Math.min(units, Math.clamp(units / most, USUAL_BUCKETS, MOST_BUCKETS));
    }

    /** Ends a merchant's sale before its time; orders that are placed keep their price. */
    @Transactional
    void callOff(PersonId merchant, SaleId id) {
        var shop = shops.of(merchant).orElseThrow(() -> Refusal.notFound("sale"));
        var sale = store.find(id)
                .filter(each -> each.shop().equals(shop.id()))
                .orElseThrow(() -> Refusal.notFound("sale"));
        if (!end(sale, Sale.State.CALLED_OFF)) {
            throw Refusal.conflict("sale-ended", "It has ended", "This sale is over already.");
        }
    }

    /** Ends sales of rooms that are over; each for itself, so that nobody waits for two of them. */
    void callOff(List<Sale> sales) {
        sales.forEach(sale -> transactions.executeWithoutResult(status -> end(sale, Sale.State.CALLED_OFF)));
    }

    private boolean end(Sale sale, Sale.State state) {
        boolean ended = store.end(sale.id(), state, clock.instant());
        if (ended) {
            store.layOnShelf(sale.sku(), store.empty(sale.sku()));
        }
        return ended;
    }

    /** Ends what is over by time; one that fails is left for the next time and stops none of the others. */
    @Scheduled(fixedDelay = 1_000)
    void endDue() {
        for (var sale : store.due(clock.instant(), BATCH)) {
            try {
                transactions.executeWithoutResult(status -> end(sale, Sale.State.OVER));
            } catch (RuntimeException failure) {
                log.warn("sale {} could not be ended", sale.id(), failure);
            }
        }
    }
}
