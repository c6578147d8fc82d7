package org.kanmai.app.trade.checkout;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Offer;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SkuId;
import org.springframework.stereotype.Component;

/**
 * Remembers for a second what was offered. An order that relies on it is sound all the same: the statement that takes its
 * units takes none at another price.
 */
@Component
final class RecentOffers {
    static final Duration LONGEST = Duration.ofSeconds(1);
    private static final int LARGEST = 10_000;

    private final Clock clock;
    private final Map<Asked, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    RecentOffers(Clock clock) {
        this.clock = clock;
    }

    private record Asked(SkuId sku, @Nullable RoomId room) {}

    private record Known(Offer offer, long atMillis) {}

    /** Returns those of some variants that are known, as they are offered in a room or in none. */
    synchronized Map<SkuId, Offer> find(Collection<SkuId> skus, @Nullable RoomId room) {
        long now = clock.millis();
        var found = new HashMap<SkuId, Offer>();
        for (var sku : skus) {
            var each = known.get(new Asked(sku, room));
            if (each != null && Math.abs(now - each.atMillis) < LONGEST.toMillis()) {
                found.put(sku, each.offer);
            }
        }
        return found;
    }

    synchronized void remember(Collection<Offer> offers, @Nullable RoomId room) {
        long now = clock.millis();
        offers.forEach(offer -> known.put(new Asked(offer.sku(), room), new Known(offer, now)));
        var eldest = known.keySet().iterator();
        while (known.size() > LARGEST) {
            eldest.next();
            eldest.remove();
        }
    }
}
