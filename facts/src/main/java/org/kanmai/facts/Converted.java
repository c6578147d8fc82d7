package org.kanmai.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A viewer came a step further with a product; the same step is told on the topic of orders, there without the viewer.
 *
 * @param exposure the exposure that led to it, absent when the viewer came by another way
 * @param shown what that exposure showed, such as a work; absent together with it
 * @param units how many units, at least 1
 * @param spend what they cost, encrypted under the pseudonym's key; empty before there is a price to pay
 */
public record Converted(
        long id,
        Instant at,
        Origin origin,
        Pseudonym pseudonym,
        @Nullable ExposureId exposure,
        @Nullable Subject shown,
        ProductId product,
        Source source,
        Conversion conversion,
        int units,
        Binary spend)
        implements Fact.OfSubject {
    public Converted {
        if ((exposure == null) != (shown == null) || units < 1) {
            throw new IllegalArgumentException("an exposure shows something, and somebody wants at least one unit");
        }
    }

    @Override
    public Subject subject() {
        return Subject.product(product);
    }

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
