package org.kanmai.facts;

import java.time.Instant;

/**
 * A live room is over.
 *
 * @param cut whether an operator ended it
 */
public record RoomEnded(long id, Instant at, Origin origin, RoomId room, PersonId host, boolean cut)
        implements Fact.OfRoom {

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
