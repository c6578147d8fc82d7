package org.kanmai.app.insight.traces;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.insight.lake.Freshness;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.Source;
import org.kanmai.facts.WorkId;

/** How an order came about (DX-01). */
record OrderTrace(Freshness.AsOf asOf, OrderId order, List<Line> lines) {
    OrderTrace {
        lines = List.copyOf(lines);
    }

    /**
     * One line of the order.
     *
     * @param exposure what led to it; absent when nothing did, or its buyer is erased
     * @param work what that exposure showed
     * @param steps what happened on this exposure and to this product, from sight to payment; each by when it was accepted
     */
    record Line(
            ProductId product,
            String title,
            @Nullable ExposureId exposure,
            @Nullable WorkId work,
            @Nullable String workTitle,
            @Nullable Source source,
            List<Moment> steps) {
        Line {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Something that happened.
     *
     * @param kind of the fact, such as {@code watched}
     * @param detail which verb, target or conversion; absent where the kind says all
     * @param millis for how long it was watched; absent for other kinds
     */
    record Moment(
            Instant at,
            String kind,
            @Nullable String detail,
            @Nullable Integer millis) {}
}
