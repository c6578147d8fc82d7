package org.kanmai.app.catalog.external;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.WorkId;

/**
 * An order on another platform, as its shop told of it.
 *
 * @param number the other platform's own
 * @param work whose card led there; absent when none did
 */
record ExternalReturn(
        long id,
        String number,
        ProductId product,
        Platform platform,
        @Nullable WorkId work,
        State state,
        Money amount,
        Instant toldAt,
        Instant changedAt) {

    /** Where it stands on the other platform. */
    enum State implements Code {
        ORDERED,
        PAID,
        CANCELLED,
        REFUNDED;

        @JsonCreator
        static State parse(String code) {
            return Code.parse(State.class, code);
        }

        /** Returns whether one can follow another. */
        boolean follows(State before) {
            return switch (this) {
                case ORDERED -> false;
                case PAID, CANCELLED -> before == ORDERED;
                case REFUNDED -> before == PAID;
            };
        }

        /** Returns whether an order can be told of first so. */
        boolean begins() {
            return this == ORDERED || this == PAID;
        }
    }
}
