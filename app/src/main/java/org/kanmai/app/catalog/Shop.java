package org.kanmai.app.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.Person;
import org.kanmai.facts.Code;
import org.kanmai.facts.ShopId;

/**
 * A shop as everybody sees it.
 *
 * @param owner absent once that person is erased
 */
public record Shop(ShopId id, @Nullable Person owner, String name, String about, State state, Instant openedAt) {

    /** Whether it sells. */
    public enum State implements Code {
        /** It does. */
        OPEN,
        /** Its owner has closed it, or is gone. */
        CLOSED
    }
}
