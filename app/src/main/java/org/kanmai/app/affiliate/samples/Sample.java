package org.kanmai.app.affiliate.samples;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.WorkId;

/**
 * A sample as it is kept.
 *
 * @param words what the creator said to the shop
 * @param reason why it was refused; absent unless it was
 * @param publishBy until when a work is to show the product; absent before it is sent
 * @param work that shows it; absent until there is one
 */
record Sample(
        long id,
        ProductId product,
        ShopId shop,
        PersonId creator,
        State state,
        String words,
        @Nullable String reason,
        @Nullable Parcel parcel,
        Instant askedAt,
        @Nullable Instant sentAt,
        @Nullable Instant publishBy,
        @Nullable WorkId work) {

    /** Where it stands. */
    enum State implements Code {
        ASKED,
        ACCEPTED,
        REFUSED,
        WITHDRAWN,
        SENT,
        /** A work of the creator shows the product. */
        PUBLISHED
    }

    /** Who brings it, under which number. */
    record Parcel(String carrier, String number) {}

    /** Returns whether it was sent, and no work shows it although its time is over. */
    boolean isOverdue(Instant now) {
        return state == State.SENT && publishBy != null && !publishBy.isAfter(now);
    }
}
