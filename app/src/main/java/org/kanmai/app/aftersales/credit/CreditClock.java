package org.kanmai.app.aftersales.credit;

import java.time.Clock;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.trade.news.OrderTold;
import org.kanmai.facts.OrderMoved;
import org.kanmai.facts.OrderStep;
import org.kanmai.facts.Origin;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes what shops do as they do it, and has each looked at once a day. */
@Component
class CreditClock {
    private static final Logger log = LoggerFactory.getLogger(CreditClock.class);
    private static final int BATCH = 200;

    private final Credits credits;
    private final CreditStore store;
    private final RecordStore records;
    private final Shops shops;
    private final CreditSettings settings;
    private final Clock clock;

    CreditClock(
            Credits credits,
            CreditStore store,
            RecordStore records,
            Shops shops,
            CreditSettings settings,
            Clock clock) {
        this.credits = credits;
        this.store = store;
        this.records = records;
        this.shops = shops;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void moved(OrderMoved event) {
        if (event.origin() != Origin.LIVE) {
            return;
        }
        if (event.step() == OrderStep.SHIPPED) {
            records.shipped(event.order(), event.at());
        } else if (event.step() == OrderStep.RECEIVED) {
            records.received(event.order(), event.at());
        } else if (event.step() == OrderStep.REFUNDED) {
            records.takenBack(event.order());
        }
    }

    /** Paying costs no statement more for this; what came after it meanwhile stands in the order by now. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void told(OrderTold told) {
        var paidAt = told.paidNow();
        boolean unsent = told.shippedAt() == null;
        boolean back = told.steps().contains("refunded") || told.steps().contains("cancelled");
        if (paidAt != null && !(unsent && back)) {
            records.paid(told, paidAt);
        }
    }

    /** One that fails is left for the next time and stops none of the others. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
    void look() {
        var due = clock.instant().minus(settings.every());
        var after = new ShopId(1);
        for (var page = shops.open(after, BATCH); !page.isEmpty(); page = shops.open(after, BATCH)) {
            var looked = store.lookedAt(page.keySet());
            for (var each : page.entrySet()) {
                after = each.getKey().value() > after.value() ? each.getKey() : after;
                if (!looked.getOrDefault(each.getKey(), due).isAfter(due)) {
                    look(each.getKey(), each.getValue());
                }
            }
        }
        records.forget(clock.instant().minus(settings.over()).minus(settings.every()));
    }

    private void look(ShopId shop, PersonId owner) {
        try {
            credits.look(shop, owner);
        } catch (RuntimeException failure) {
            log.warn("the record of shop {} could not be looked at", shop, failure);
        }
    }
}
