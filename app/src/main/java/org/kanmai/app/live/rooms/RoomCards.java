package org.kanmai.app.live.rooms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.facts.RoomId;
import org.springframework.stereotype.Component;

/** Rooms as they can be shown to whoever may come in. */
@Component
public class RoomCards {
    private static final Duration FRESH = Duration.ofSeconds(15);

    private final RoomStore store;
    private final Air air;
    private final People people;
    private final Clock clock;

    RoomCards(RoomStore store, Air air, People people, Clock clock) {
        this.store = store;
        this.air = air;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A room.
     *
     * @param viewers how many watch it, in all processes
     * @param begunAt absent before its first picture
     */
    public record Card(
            RoomId id,
            Person host,
            String title,
            int viewers,
            @Nullable Instant begunAt) {}

    /** Returns rooms that have a picture now, those that began last first. */
    public List<Card> showing() {
        return cards(store.showing(clock.instant().minus(FRESH)));
    }

    /** Returns a room that is not over; empty when there is none, or its host is gone. */
    public Optional<Card> find(RoomId id) {
        return cards(store.find(id).filter(room -> !room.state().over()).stream()
                        .toList())
                .stream()
                .findFirst();
    }

    private List<Card> cards(Collection<Room> rooms) {
        var hosts = people.find(rooms.stream().map(Room::host).collect(Collectors.toSet()));
        var cards = new ArrayList<Card>();
        for (var room : rooms) {
            var host = hosts.get(room.host());
            if (host != null) {
                cards.add(new Card(room.id(), host, room.title(), air.viewers(room.id()), room.begunAt()));
            }
        }
        return cards;
    }
}
