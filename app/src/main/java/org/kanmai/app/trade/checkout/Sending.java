package org.kanmai.app.trade.checkout;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Offer;
import org.kanmai.app.catalog.freight.FreightScheme;
import org.kanmai.app.catalog.freight.Load;
import org.kanmai.app.catalog.freight.Warehouse;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.facts.Money;
import org.kanmai.facts.SkuId;

/**
 * What it takes to send one shop's part of an order.
 *
 * @param freight nothing while the region is unknown
 * @param unserved what the shop does not send there
 * @param addressNeeded whether the freight is not known without an address
 * @param warehouse from where it goes; absent where the shop has none or the region is unknown
 */
record Sending(
        Money freight,
        List<SkuId> unserved,
        boolean addressNeeded,
        @Nullable String warehouse) {
    Sending {
        unserved = List.copyOf(unserved);
    }

    /** So many units of what is offered. */
    record Part(Offer offer, int units) {
        Load load() {
            var amount = offer.price().times(units);
            return new Load((long) offer.delivery().grams() * units, units, amount);
        }
    }

    /** Returns what it takes: the goods of each scheme are reckoned together, and the schemes' prices add up. */
    static Sending of(List<Part> parts, @Nullable Region to) {
        var offer = parts.getFirst().offer;
        var loads = new LinkedHashMap<FreightScheme, Load>();
        for (var part : parts) {
            var scheme = part.offer.delivery().scheme();
            if (scheme != null) {
                loads.merge(scheme, part.load(), Load::plus);
            }
        }
        var nothing = offer.price().zero();
        if (to == null) {
            return new Sending(nothing, List.of(), !loads.isEmpty(), null);
        }
        var freight = loads.entrySet().stream()
                .map(each -> each.getKey().price(to, each.getValue()))
                .flatMap(Optional::stream)
                .reduce(nothing, Money::plus);
        var from = offer.delivery().from(to).map(Warehouse::id);
        return new Sending(freight, unserved(parts, to), false, from.orElse(null));
    }

    private static List<SkuId> unserved(Collection<Part> parts, Region to) {
        return parts.stream()
                .filter(part -> part.offer.delivery().scheme() != null
                        && part.offer.delivery().scheme().price(to, part.load()).isEmpty())
                .map(part -> part.offer.sku())
                .toList();
    }
}
