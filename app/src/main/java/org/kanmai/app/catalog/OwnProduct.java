package org.kanmai.app.catalog;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.governance.Violation;
import org.kanmai.facts.Code;

/**
 * A product as its merchant and operators see it.
 *
 * @param reason what an operator found; absent when nothing
 * @param offeredFrom when it begins to be shown and sold, once it is listed; absent for at once
 * @param offeredUntil when that ends; absent for never
 */
public record OwnProduct(
        @JsonUnwrapped Product product,
        State state,
        @Nullable Reason reason,
        Instant madeAt,
        Instant changedAt,
        @Nullable Instant offeredFrom,
        @Nullable Instant offeredUntil) {

    /** The states of a product; only a listed one is shown and sold. */
    public enum State implements Code {
        /** Its merchant is at work on it. */
        DRAFT,
        /** Waits for an operator. */
        REVIEWING,
        /** Shown and sold. */
        LISTED,
        /** Taken off the shelf by its merchant. */
        DELISTED,
        /** Refused by an operator, or taken down. */
        REJECTED,
        /** Gone for good. */
        REMOVED;

        /** Returns whether what it says may be changed: what is shown must be what was reviewed. */
        public boolean open() {
            return this == DRAFT || this == DELISTED || this == REJECTED;
        }
    }

    /** What an operator found, and wrote. */
    public record Reason(Violation violation, @Nullable String note) {}
}
