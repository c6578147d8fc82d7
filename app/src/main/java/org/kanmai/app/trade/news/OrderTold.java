package org.kanmai.app.trade.news;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;

/**
 * Published a moment after an order took steps, once for each, in the transaction that tells of them: for what may come a moment later and
 * is to cost nobody a statement who pays.
 *
 * @param steps in the order in which they were taken: placed, paid, shipped, received, closed, refunded, cancelled
 * @param shippedAt absent while it was not sent
 */
public record OrderTold(
        OrderId order,
        PersonId buyer,
        ShopId shop,
        List<String> steps,
        @Nullable Instant paidAt,
        @Nullable Instant shippedAt,
        @Nullable Instant receivedAt) {
    public OrderTold {
        steps = List.copyOf(steps);
    }

    /** Returns when it was paid; absent when that was told before, or did not happen. */
    public @Nullable Instant paidNow() {
        return steps.contains("paid") ? paidAt : null;
    }
}
