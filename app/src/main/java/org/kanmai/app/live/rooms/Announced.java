package org.kanmai.app.live.rooms;

import java.util.Optional;
import org.kanmai.facts.RoomId;

/** Knows rooms that are announced and not opened yet. */
public interface Announced {

    /** Returns the room as it will be; {@code openedAt} is when it is announced for. */
    Optional<Room> announced(RoomId id);
}
