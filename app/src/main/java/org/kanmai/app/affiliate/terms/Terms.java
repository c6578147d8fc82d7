package org.kanmai.app.affiliate.terms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;

/**
 * What creators earn by a product for a while.
 *
 * @param since from this instant on, by which an order was placed
 * @param until up to this instant, it not included; absent while no others follow
 */
public record Terms(
        long id,
        ProductId product,
        ShopId shop,
        Instant since,
        @Nullable Instant until,
        Ladder ladder) {

    /** Returns whether they hold at an instant. */
    public boolean holdAt(Instant instant) {
        return !instant.isBefore(since) && (until == null || instant.isBefore(until));
    }
}
