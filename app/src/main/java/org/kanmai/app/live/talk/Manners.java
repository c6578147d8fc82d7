package org.kanmai.app.live.talk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.live.talk.ModeratorStore.Deed;
import org.kanmai.app.live.talk.ModeratorStore.Kind;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps order in rooms: slow mode, unwanted words, what is pinned, who is quiet, and who may say so. What is known of a room is at most a second old. */
@Component
public class Manners {
    private static final String PINNED = "pinned";
    private static final long FRESH_MILLIS = 1_000;
    private static final int MOST_KNOWN = 1_000;
    private static final int SLOWEST = 300;
    private static final int MOST_WORDS = 50;
    private static final int LONGEST_WORD = 20;
    private static final int LONGEST_PIN = 100;
    private static final int MOST_MODERATORS = 20;

    private final MannerStore store;
    private final ModeratorStore moderators;
    private final Rooms rooms;
    private final People people;
    private final BannedWords banned;
    private final Listeners listeners;
    private final Ids ids;
    private final Clock clock;
    private final Map<RoomId, Known> known = new ConcurrentHashMap<>();

    Manners(
            MannerStore store,
            ModeratorStore moderators,
            Rooms rooms,
            People people,
            BannedWords banned,
            Listeners listeners,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.moderators = moderators;
        this.rooms = rooms;
        this.people = people;
        this.banned = banned;
        this.listeners = listeners;
        this.ids = ids;
        this.clock = clock;
    }

    private record Known(Manner manner, long atMillis) {}

    /** What everybody sees pinned. */
    record Pinned(String text, @Nullable String name) {}

    Manner of(RoomId room) {
        var there = known.get(room);
        long now = clock.millis();
        if (there != null && Math.abs(now - there.atMillis) < FRESH_MILLIS) {
            return there.manner;
        }
        var manner = store.find(room).orElseThrow(() -> Refusal.notFound("room"));
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        known.put(room, new Known(manner, now));
        return manner;
    }

    /** Checks what somebody wants to write where everybody in a room reads it: not muted, the room not over, no word that is not wanted. */
    public void check(RoomId room, PersonId person, String field, String text) {
        var manner = of(room);
        if (manner.over()) {
            throw Refusal.conflict("room-over", "The room is over", "Nothing can be said in it any more.");
        }
        if (manner.muted().contains(person)) {
            throw Refusal.conflict("muted", "You were muted", "The host of this room has asked you to be quiet.");
        }
        if (!banned.in(text).isEmpty() || (!manner.keptBy(person) && manner.unwanted(text))) {
            throw Refusal.invalid(field, "holds words that are not allowed here");
        }
    }

    /** Refuses with 404 who does not keep order in a room, and with 409 when it is over; returns its host. */
    public PersonId keeping(PersonId person, RoomId room) {
        known.remove(room);
        var manner = of(room);
        if (!manner.keptBy(person)) {
            throw Refusal.notFound("room");
        }
        if (manner.over()) {
            throw Refusal.conflict(
                    "room-over", "The room is over", "It has ended; nothing in it can be changed any more.");
        }
        return manner.host();
    }

    /** Lets somebody say nothing more in a room, or lets them again. */
    @Transactional
    void mute(PersonId by, RoomId room, String handle) {
        var host = keeping(by, room);
        var person = named(handle);
        if (host.equals(person)) {
            throw Refusal.conflict(
                    "host-speaks", "The host is not muted", "A host can't be asked to be quiet in the own room.");
        }
        store.mute(room, person, clock.instant());
        note(host, room, by, Kind.MUTED, person);
    }

    @Transactional
    void unmute(PersonId by, RoomId room, String handle) {
        var host = keeping(by, room);
        var person = named(handle);
        store.unmute(room, person);
        note(host, room, by, Kind.UNMUTED, person);
    }

    /** Puts a text above all that is said; nothing takes it down. */
    @Transactional
    void pin(PersonId by, RoomId room, @Nullable String text) {
        var host = keeping(by, room);
        var words = text == null ? "" : text.strip();
        if (words.isEmpty()) {
            store.unpin(room);
            note(host, room, by, Kind.UNPINNED, null);
            return;
        }
        if (words.length() > LONGEST_PIN || !banned.in(words).isEmpty()) {
            throw Refusal.invalid("text", "must have at most 100 characters and no words that are not allowed");
        }
        store.pin(room, words, by);
        note(host, room, by, Kind.PINNED, null);
    }

    /** Says how many seconds lie between two words of one person, and which words are not wanted. */
    @Transactional
    void change(PersonId host, RoomId room, int slowSeconds, List<String> words) {
        rooms.running(host, room);
        if (slowSeconds < 0 || slowSeconds > SLOWEST) {
            throw Refusal.invalid("slowSeconds", "must be 0-300");
        }
        var plain = words.stream().map(Manner::plain).distinct().toList();
        if (plain.size() > MOST_WORDS
                || plain.stream().anyMatch(word -> word.isEmpty() || word.length() > LONGEST_WORD)) {
            throw Refusal.invalid("words", "must be at most 50 of 1-20 characters");
        }
        store.put(room, slowSeconds, plain);
        note(host, room, host, Kind.CHANGED, null);
    }

    /** Names somebody who keeps order in a host's rooms from now on. */
    @Transactional
    void grant(PersonId host, String handle) {
        var person = named(handle);
        if (host.equals(person) || moderators.of(host).size() >= MOST_MODERATORS) {
            throw Refusal.invalid("handle", "must be another person, of 20 at most");
        }
        if (moderators.grant(ids.next(), host, person, clock.instant())) {
            note(host, null, host, Kind.GRANTED, person);
        }
    }

    @Transactional
    void revoke(PersonId host, String handle) {
        var person = named(handle);
        if (moderators.revoke(host, person, clock.instant())) {
            note(host, null, host, Kind.REVOKED, person);
        }
    }

    private PersonId named(String handle) {
        return people.byHandle(handle).map(Person::id).orElseThrow(() -> Refusal.notFound("person"));
    }

    private void note(PersonId host, @Nullable RoomId room, PersonId by, Kind kind, @Nullable PersonId about) {
        moderators.note(host, new Deed(ids.next(), room, by, kind, about, clock.instant()));
        known.clear();
    }

    /** Tells rooms what is pinned in them. */
    @Scheduled(fixedDelay = 700)
    void tell() {
        for (var room : listeners.rooms()) {
            var pin = store.find(room).map(Manner::pin).orElse(null);
            if (pin == null) {
                listeners.fall(room, PINNED, false);
            } else {
                listeners.stand(
                        room,
                        PINNED,
                        new Pinned(
                                pin.text(),
                                people.find(pin.by()).map(Person::name).orElse(null)));
            }
        }
    }

    @EventListener
    void erased(PersonErased event) {
        store.erase(event.person());
        moderators.erase(event.person());
    }
}
