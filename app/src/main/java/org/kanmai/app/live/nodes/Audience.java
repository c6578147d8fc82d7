package org.kanmai.app.live.nodes;

import java.util.Set;
import org.kanmai.facts.RoomId;

/** Who listens in rooms of this process, to what was told in others. */
public interface Audience {

    /** Returns the rooms in which anybody listens here. */
    Set<RoomId> rooms();

    /** Tells everybody who listens here what was told elsewhere; it must not wait for anything. */
    void hear(RoomId room, String message);

    /** Something that was told elsewhere may not have come: tells everybody who listens here what is kept of it. */
    void catchUp(RoomId room);
}
