package org.kanmai.facts;

import java.time.Instant;

/** A live room has its first picture. */
public record RoomOpened(long id, Instant at, Origin origin, RoomId room, PersonId host) implements Fact.OfRoom {

    @Override
    public String identity() {
        return Long.toString(id);
    }
}
