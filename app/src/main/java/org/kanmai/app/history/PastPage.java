package org.kanmai.app.history;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.addresses.Place;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.SkuId;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.WorkId;

/**
 * A page of the recommended feed as it was served to one settler, with what became of it.
 *
 * @param stratum class of the audience that the viewer was in then, 2-4
 */
record PastPage(PersonId viewer, Instant at, int stratum, List<Item> items) {
    PastPage {
        items = List.copyOf(items);
    }

    /**
     * An item in its place; times are milliseconds after the page was served.
     *
     * @param seenAfter when it came into sight; absent when it never did, and then nothing else became of it
     */
    record Item(
            WorkId work,
            Source source,
            SlotKind slot,
            double propensity,
            @Nullable Float score,
            @Nullable Long seenAfter,
            @Nullable Watch watched,
            @Nullable List<Act> acts,
            @Nullable Visit product) {
        Item {
            acts = acts == null ? List.of() : List.copyOf(acts);
        }

        List<Act> done() {
            return acts == null ? List.of() : acts;
        }
    }

    /** How far it was watched in the end, as {@code Watched} tells it. */
    record Watch(int millis, int played, int position, int loops) {}

    /** Something that was done; a comment has its text. */
    record Act(What what, long after, @Nullable String text) {}

    /** What can be done with an item. */
    enum What implements Code {
        LIKE,
        FAVOURITE,
        NOT_INTERESTED,
        FOLLOW,
        COMMENT,
        SHARE,
        OPEN_COMMENTS,
        OPEN_PROFILE;

        @JsonCreator
        static What called(String code) {
            return Code.parse(What.class, code);
        }
    }

    /** A product that was opened from the item. */
    record Visit(
            ProductId product,
            long openedAfter,
            @Nullable Long cartedAfter,
            @Nullable Order order) {}

    /** An order that followed; a step that has not come yet is absent. */
    record Order(
            SkuId sku,
            int units,
            long placedAfter,
            @Nullable Long paidAfter,
            @Nullable Long shippedAfter,
            @Nullable Long receivedAfter,
            @Nullable Long refundedAfter,
            @Nullable String carrier,
            @Nullable Place place) {}
}
