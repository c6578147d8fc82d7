package org.kanmai.app.trade.past;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Offer;
import org.kanmai.app.identity.settlers.Deed;
import org.kanmai.app.trade.addresses.Place;
import org.kanmai.app.web.Refusal;

/**
 * An order of one line that a settler placed by a deed.
 *
 * @param place where it goes; kept only while it is on its way
 */
public record Purchase(
        Deed deed,
        Offer offer,
        int units,
        Steps steps,
        @Nullable Parcel parcel,
        @Nullable Place place) {
    private static final int MOST_UNITS = 99;

    public Purchase {
        if (units < 1 || units > MOST_UNITS) {
            throw Refusal.invalid("units", "must be 1-" + MOST_UNITS);
        }
        if ((steps.shipped == null) != (parcel == null)) {
            throw Refusal.invalid("carrier", "belongs to an order that is shipped, and to no other");
        }
        if (steps.isOpen() && place == null) {
            throw Refusal.invalid("place", "is needed while a parcel is to be sent or on its way");
        }
    }

    /** Who brings it, under which number. */
    public record Parcel(String carrier, String number) {}

    /** When it came into its states; absent for those that it has not been in. */
    public record Steps(
            @Nullable Instant paid,
            @Nullable Instant shipped,
            @Nullable Instant received,
            @Nullable Instant refunded) {

        public Steps {
            if (!isOrdered(paid, shipped, received) || !isOrdered(paid, refunded)) {
                throw Refusal.invalid(
                        "order", "must be paid, then shipped, then received, each later than the one before");
            }
            if (refunded != null
                    && Stream.of(shipped, received).filter(Objects::nonNull).anyMatch(refunded::isBefore)) {
                throw Refusal.invalid("refundedAfter", "must be the last step");
            }
        }

        private static boolean isOrdered(@Nullable Instant... steps) {
            for (int place = 1; place < steps.length; place++) {
                var before = steps[place - 1];
                var step = steps[place];
                if (step != null && (before == null || step.isBefore(before))) {
                    return false;
                }
            }
            return true;
        }

        /** Returns whether a parcel is to be sent or on its way. */
        boolean isOpen() {
            return paid != null && received == null && refunded == null;
        }

        /** Returns the steps that it has been through. */
        Stream<Instant> all() {
            return Stream.of(paid, shipped, received, refunded).filter(Objects::nonNull);
        }
    }
}
