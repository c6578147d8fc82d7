package org.kanmai.app.feed.buying;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kanmai.app.catalog.Product;
import org.kanmai.app.catalog.anchors.Anchored;
import org.kanmai.app.catalog.anchors.Anchors;
import org.kanmai.facts.Money;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.WorkPrice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What the first product of a work costs at least. It is the same for everybody, and a page asks it of hundreds of works: each process
 * remembers it, and knows what a price changes to ten minutes later at the latest.
 */
@Component
public class Prices {
    static final Duration KEPT = Duration.ofMinutes(10);
    private static final int LARGEST = 100_000;
    private static final Logger log = LoggerFactory.getLogger(Prices.class);

    private final Anchors anchors;
    private final Clock clock;
    private final Cache<WorkId, Known> known =
            Caffeine.newBuilder().maximumSize(LARGEST).build();

    Prices(Anchors anchors, Clock clock) {
        this.anchors = anchors;
        this.clock = clock;
    }

    private record Known(WorkPrice price, long atMillis) {}

    /** Returns the price of each work; while the database is away those that are not remembered are left out. */
    public Map<WorkId, WorkPrice> of(Collection<WorkId> works) {
        var prices = remembered(works);
        var missing = works.stream().filter(work -> !prices.containsKey(work)).toList();
        if (!missing.isEmpty()) {
            try {
                var found = lookUp(missing);
                remember(found);
                prices.putAll(found);
            } catch (DataAccessException away) {
                log.warn("what works sell can't be read: {}", away.getMessage());
            }
        }
        return prices;
    }

    private Map<WorkId, WorkPrice> remembered(Collection<WorkId> works) {
        long now = clock.millis();
        var prices = new HashMap<WorkId, WorkPrice>();
        known.getAllPresent(works).forEach((work, each) -> {
            if (Math.abs(now - each.atMillis) < KEPT.toMillis()) {
                prices.put(work, each.price);
            }
        });
        return prices;
    }

    private void remember(Map<WorkId, WorkPrice> found) {
        long now = clock.millis();
        found.forEach((work, price) -> known.put(work, new Known(price, now)));
    }

    private Map<WorkId, WorkPrice> lookUp(List<WorkId> works) {
        var shown = anchors.of(works);
        var found = new HashMap<WorkId, WorkPrice>();
        works.forEach(work -> found.put(work, price(shown.getOrDefault(work, List.of()))));
        return found;
    }

    private static WorkPrice price(List<Anchored> products) {
        return products.stream()
                .limit(1)
                .flatMap(first -> first.product().skus().stream())
                .map(Product.Sku::price)
                .filter(price -> price.minor() > 0)
                .min(Comparator.comparingLong(Money::minor))
                .map(price -> new WorkPrice(price.currency().getCurrencyCode(), price.minor()))
                .orElse(WorkPrice.NONE);
    }
}
