package org.kanmai.app.live.rooms;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Opens rooms for whoever may go live, and ends them. */
@Component
public class Rooms {
    private static final int LONGEST_TITLE = 60;

    private final RoomStore store;
    private final Air air;
    private final People people;
    private final Shops shops;
    private final BannedWords banned;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Rooms(
            RoomStore store,
            Air air,
            People people,
            Shops shops,
            BannedWords banned,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.air = air;
        this.people = people;
        this.shops = shops;
        this.banned = banned;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** Returns a room. */
    public Optional<Room> find(RoomId id) {
        return store.find(id);
    }

    /** Returns some rooms; those that there never were are left out. */
    public Map<RoomId, Room> find(Collection<RoomId> some) {
        return some.isEmpty()
                ? Map.of()
                : store.find(some).stream().collect(Collectors.toMap(Room::id, Function.identity()));
    }

    /** Returns which of some rooms are over. */
    public Set<RoomId> over(Collection<RoomId> some) {
        return Set.copyOf(store.over(some));
    }

    /** Returns in which of some rooms nothing can be sold: those that are over, and those whose goods an operator muted. */
    public Set<RoomId> notSelling(Collection<RoomId> some) {
        return store.notSelling(some);
    }

    /** Returns a room of this host in which something can be sold; refuses with 404 or 409. */
    public Room selling(PersonId host, RoomId id) {
        var room = running(host, id);
        if (!notSelling(Set.of(id)).isEmpty()) {
            throw Refusal.conflict(
                    "goods-muted", "Nothing is sold here", "The platform has muted the goods of this room.");
        }
        return room;
    }

    /** Locks a room's row until the transaction ends, so that what is begun in it is begun one after the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(RoomId id) {
        store.lock(id);
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

    /** Returns rooms that are live, those that began last first. */
    public List<Room> live() {
        return store.live();
    }

    /**
     * Ends a room for everybody in it, as soon as the transaction has (LC-16).
     *
     * @param reason has 2-500 characters
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cut(PersonId operator, RoomId id, String reason) {
        if (!store.cut(id, operator, reason, clock.instant())) {
            throw over();
        }
        events.publishEvent(new RoomCut(id));
    }

    /** A room was cut; an event in the transaction that did it. */
    record RoomCut(RoomId room) {}

    @TransactionalEventListener
    void cut(RoomCut event) {
        air.close(event.room());
    }

    /** Returns the refusal of what can't be done any more. */
    public static Refusal over() {
        return Refusal.conflict(
                "room-over", "The room is over", "It has ended; nothing in it can be changed any more.");
    }

    @EventListener
    void erased(PersonErased event) {
        store.current(event.person()).ifPresent(room -> end(event.person(), room.id()));
    }
}
