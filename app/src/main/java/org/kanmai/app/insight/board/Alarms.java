package org.kanmai.app.insight.board;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.insight.funnel.Period;
import org.kanmai.app.insight.funnel.Sights;
import org.kanmai.app.river.leases.Lease;
import org.kanmai.app.river.leases.Leases;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;

/** Looks at the figures of the last 7 days, of the whole site and of each shop, and raises an alarm when one is beyond its bar. */
@Component
class Alarms {
    private static final int DAYS = 7;
    private static final int SHOPS = 100;
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final AlarmStore store;
    private final Metrics metrics;
    private final Measures measures;
    private final Sights sights;
    private final Shops shops;
    private final Catalog catalog;
    private final Leases leases;
    private final Bell bell;
    private final Clock clock;

    Alarms(
            AlarmStore store,
            Metrics metrics,
            Measures measures,
            Sights sights,
            Shops shops,
            Catalog catalog,
            Leases leases,
            Bell bell,
            Clock clock) {
        this.store = store;
        this.metrics = metrics;
        this.measures = measures;
        this.sights = sights;
        this.shops = shops;
        this.catalog = catalog;
        this.leases = leases;
        this.bell = bell;
        this.clock = clock;
    }

    /** Looks at the site and at every open shop, unless another process does. */
    void look() {
        Optional<Lease> lease = leases.hold("alarms", Optional.empty(), LEASE);
        if (lease.isEmpty()) {
            return;
        }
        try {
            lookAtAll();
        } finally {
            leases.release(lease.get());
        }
    }

    private void lookAtAll() {
        look(new Measures.Subject(sights.everything(), null, true, null));
        var after = new ShopId(0);
        var some = shops.open(after, SHOPS);
        while (!some.isEmpty()) {
            for (var shop : some.keySet()) {
                look(shop);
                after = shop;
            }
            some = shops.open(after, SHOPS);
        }
    }

    void look(ShopId shop) {
        look(new Measures.Subject(sights.sold(catalog.productsOf(shop)), shop, true, null));
    }

    private void look(Measures.Subject subject) {
        var sums = measures.today(subject, Period.last(DAYS, clock)).sums();
        metrics.metrics().stream()
                .filter(metric -> metric.bar() != null)
                .forEach(metric -> look(metric, subject.shop(), sums));
    }

    private void look(Metric metric, @Nullable ShopId shop, Sums sums) {
        if (metric.breached(sums)) {
            bell.raise(metric, shop, Objects.requireNonNull(metric.value(sums)));
        } else {
            store.end(metric.key(), shop, clock.instant());
        }
    }

    List<Alarm> of(@Nullable ShopId shop, int limit) {
        return store.of(shop, limit);
    }
}
