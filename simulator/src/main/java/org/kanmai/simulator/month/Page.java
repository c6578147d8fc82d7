package org.kanmai.simulator.month;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that a resident was served, and what became of it; times are milliseconds after it.
 *
 * @param resident number of the resident
 */
public record Page(int resident, Instant at, int stratum, List<Item> items) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * An item in its place.
     *
     * @param piece place of the work in the programme
     * @param seenAfter when it came into sight; absent when the resident had gone before
     */
    public record Item(
            int piece,
            String source,
            String slot,
            double propensity,
            double score,
            @Nullable Long seenAfter,
            @Nullable Watch watched,
            List<Act> acts,
            @Nullable Visit visit) {
        public Item {
            acts = List.copyOf(acts);
        }
    }

    /** How long it ran in view, how far, and how often to the end. */
    public record Watch(int millis, int played, int position, int loops) {}

    /** Something that was done. */
    public record Act(String what, long after, @Nullable String text) {}

    /** A ware that was opened, by its place among all wares. */
    public record Visit(
            int ware,
            long openedAfter,
            @Nullable Long cartedAfter,
            @Nullable Order order) {}

    /** An order of a variant, by its place; steps that have not come yet are absent. */
    public record Order(
            int sku,
            int units,
            long placedAfter,
            @Nullable Long paidAfter,
            @Nullable Long shippedAfter,
            @Nullable Long receivedAfter,
            @Nullable Long refundedAfter,
            @Nullable String carrier,
            @Nullable Place place) {}

    /** Where a parcel goes. */
    public record Place(String recipient, String phone, String region, String street) {}
}
