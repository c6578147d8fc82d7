package org.kanmai.app.feed.buying;

import java.util.ArrayList;
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

/** What the first product of a work costs at least; what a price changes to is known ten minutes later at the latest. */
@Component
public class Prices {
    private static final Logger log = LoggerFactory.getLogger(Prices.class);

    private final Values values;
    private final Anchors anchors;

    Prices(Values values, Anchors anchors) {
        this.values = values;
        this.anchors = anchors;
    }

    /** Returns the price of each work; those that are not known now are left out, all while Redis is away. */
    public Map<WorkId, WorkPrice> of(Collection<WorkId> works) {
        var prices = new HashMap<WorkId, WorkPrice>();
        try {
            var kept = values.find(works.stream().map(WorkPrice::key).toList());
            works.forEach(work -> read(work, kept, prices));
            var missing =
                    works.stream().filter(work -> !prices.containsKey(work)).toList();
            if (!missing.isEmpty()) {
                prices.putAll(lookUp(missing));
            }
        } catch (DataAccessException away) {
            log.warn("what works sell can't be read: {}", away.getMessage());
        }
        return prices;
    }

    private static void read(WorkId work, Map<String, byte[]> kept, Map<WorkId, WorkPrice> prices) {
        byte[] value = kept.get(WorkPrice.key(work));
        if (value != null) {
            try {
                prices.put(work, WorkPrice.parse(value));
            } catch (IllegalArgumentException damaged) {
                log.warn("a price is looked up anew: {}", damaged.getMessage());
            }
        }
    }

    private Map<WorkId, WorkPrice> lookUp(List<WorkId> works) {
        var shown = anchors.of(works);
        var found = new HashMap<WorkId, WorkPrice>();
        var values = new HashMap<String, byte[]>();
        for (var work : works) {
            var price = price(shown.getOrDefault(work, List.of()));
            found.put(work, price);
            values.put(WorkPrice.key(work), price.bytes());
        }
        this.values.keep(values, WorkPrice.KEPT);
        return found;
    }

    private static WorkPrice price(List<Anchored> products) {
        var prices = new ArrayList<Money>();
        products.stream()
                .limit(1)
                .forEach(first ->
                        first.product().skus().stream().map(Product.Sku::price).forEach(prices::add));
        return prices.stream()
                .filter(price -> price.minor() > 0)
                .min(Comparator.comparingLong(Money::minor))
                .map(price -> new WorkPrice(price.currency().getCurrencyCode(), price.minor()))
                .orElse(WorkPrice.NONE);
    }
}
