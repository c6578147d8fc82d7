package org.kanmai.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something else is explained in a live room from now on.
 *
 * @param product absent when nothing is
 */
public record RoomExplained(
        long id,
        Instant at,
        Origin origin,
        RoomId room,
        @Nullable ProductId product) implements Fact.OfRoom {

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
