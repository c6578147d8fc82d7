package org.kanmai.app.live.promises;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;

/**
 * What a host promised of a product.
 *
 * @param amount days or hours; 0 for what has none
 * @param words what is added; absent for other kinds
 * @param until when it ceased or will cease to hold for new orders; absent while the room goes on
 */
record Promise(
        String id,
        RoomId room,
        String title,
        ProductId product,
        Kind kind,
        int amount,
        @Nullable String words,
        Instant saidAt,
        @Nullable Instant until) {

    /** What is promised. */
    enum Kind implements Code {
        /** It is not sold for less within so many days. */
        PRICE_KEPT,
        /** It may go back free of charge within so many days. */
        FREE_RETURN,
        /** It is sent within so many hours. */
        SENT_WITHIN,
        /** Something is sent along. */
        ADDED,
        /** It is what it is said to be. */
        GENUINE;

        boolean hasAmount() {
            return this == PRICE_KEPT || this == FREE_RETURN || this == SENT_WITHIN;
        }
    }
}
