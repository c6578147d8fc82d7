package org.kanmai.app.live.rooms;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.kanmai.app.affiliate.sales.SellingRooms;
import org.kanmai.facts.RoomId;
import org.springframework.stereotype.Component;

/** Whose rooms are, for what is earned by selling in them. */
@Component
class RoomHosts implements SellingRooms {
    private final RoomStore store;

    RoomHosts(RoomStore store) {
        this.store = store;
    }

    @Override
    public Map<RoomId, Hosted> hosted(Collection<RoomId> rooms) {
        return rooms.isEmpty()
                ? Map.of()
                : store.find(rooms).stream()
                        .collect(Collectors.toMap(Room::id, room -> new Hosted(room.host(), room.title())));
    }
}
