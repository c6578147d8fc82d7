package org.kanmai.app.live.rooms;

import java.time.Clock;
import java.util.Optional;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Opens rooms for whoever may go live, and ends them. */
@Component
public class Rooms {
    private static final int LONGEST_TITLE = 60;
    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 500;

    private final RoomStore store;
    private final Air air;
    private final People people;
    private final Shops shops;
    private final BannedWords banned;
    private final Ids ids;
    private final Clock clock;

    Rooms(RoomStore store, Air air, People people, Shops shops, BannedWords banned, Ids ids, Clock clock) {
        this.store = store;
        this.air = air;
        this.people = people;
        this.shops = shops;
        this.banned = banned;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns a room. */
    public Optional<Room> find(RoomId id) {
        return store.find(id);
    }

    /** Returns a room of this host that is not over; refuses with 404 or 409. */
    public Room running(PersonId host, RoomId id) {
        var room = own(host, id);
        if (room.state().over()) {
            throw over();
        }
        return room;
    }

    private Room own(PersonId host, RoomId id) {
        return store.find(id).filter(room -> room.host().equals(host)).orElseThrow(() -> Refusal.notFound("room"));
    }

    /** Opens a room (CR-17: a real name that was checked, and no number of followers). */
    Room open(PersonId host, String title) {
        return open(host, title, new RoomId(ids.next()));
    }

    /** Returns a title as it is kept; refuses whoever may not go live, and words that are not allowed. */
    public String titled(PersonId host, String title) {
        if (!people.verified(host)) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "real-name-needed",
                    "Your real name is needed",
                    "Who goes live is known by name to the operators of this site; ask them to check yours.");
        }
        var words = title.strip();
        if (words.isEmpty()
                || words.length() > LONGEST_TITLE
                || !banned.in(words).isEmpty()) {
            throw Refusal.invalid(
                    "title", "must have 1-" + LONGEST_TITLE + " characters and no words that are not allowed");
        }
        return words;
    }

    /** Opens a room that was announced under an id. */
    public Room open(PersonId host, String title, RoomId id) {
        var words = titled(host, title);
        try {
            store.open(id, host, shops.of(host).map(Shop::id).orElse(null), words, clock.instant());
        } catch (DuplicateKeyException another) {
            throw Refusal.conflict(
                    "one-room", "You have a room", "End the room that you have before you open another one.");
        }
        return store.find(id).orElseThrow();
    }

    Room end(PersonId host, RoomId id) {
        running(host, id);
        store.end(id, clock.instant());
        air.close(id);
        return own(host, id);
    }

    /** Ends a room at once for everybody in it (LC-16). */
    Room cut(PersonId operator, RoomId id, String reason) {
        var words = reason.strip();
        if (words.length() < SHORTEST_REASON || words.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "must have 2-500 characters");
        }
        if (store.find(id).isEmpty()) {
            throw Refusal.notFound("room");
        }
        if (!store.cut(id, operator, words, clock.instant())) {
            throw over();
        }
        air.close(id);
        return store.find(id).orElseThrow();
    }

    private static Refusal over() {
        return Refusal.conflict(
                "room-over", "The room is over", "It has ended; nothing in it can be changed any more.");
    }

    @EventListener
    void erased(PersonErased event) {
        store.current(event.person()).ifPresent(room -> end(event.person(), room.id()));
    }
}
