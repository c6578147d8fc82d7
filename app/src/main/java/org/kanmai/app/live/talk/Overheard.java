package org.kanmai.app.live.talk;

import java.util.Set;
import org.kanmai.app.live.nodes.Audience;
import org.kanmai.facts.RoomId;
import org.springframework.stereotype.Component;

/** Lets those who listen here hear what was told in other processes. */
@Component
class Overheard implements Audience {
    private final Listeners listeners;
    private final Talk talk;

    Overheard(Listeners listeners, Talk talk) {
        this.listeners = listeners;
        this.talk = talk;
    }

    @Override
    public Set<RoomId> rooms() {
        return listeners.rooms();
    }

    @Override
    public void hear(RoomId room, String message) {
        listeners.send(room, message);
    }

    @Override
    public void catchUp(RoomId room) {
        if (listeners.any(room)) {
            listeners.send(room, talk.latest(room));
        }
    }
}
