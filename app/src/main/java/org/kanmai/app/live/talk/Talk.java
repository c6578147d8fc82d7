package org.kanmai.app.live.talk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.live.attendance.Attendances;
import org.kanmai.app.live.rooms.Rooms;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes what is said and hands it to everybody in the room, all of 200 milliseconds in one message. */
@Component
public class Talk {
    private static final int LONGEST = 100;
    private static final int MOST_WAITING = 2_000;
    private static final int MOST_LIKES = 20;
    private static final int LATEST = 50;
    private static final long PAUSE_MILLIS = 800;
    private static final int MOST_PACES = 20_000;

    private final SaidStore store;
    private final Keeping keeping;
    private final Attendances attendances;
    private final Rooms rooms;
    private final People people;
    private final BannedWords banned;
    private final Ids ids;
    private final Clock clock;
    private final JsonMapper json;
    private final Map<RoomId, Set<Mailbox>> listeners = new ConcurrentHashMap<>();
    private final Map<RoomId, AtomicLong> likes = new ConcurrentHashMap<>();
    private final Map<PersonId, Long> paces = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Spoken> waiting = new ConcurrentLinkedQueue<>();

    Talk(
            SaidStore store,
            Keeping keeping,
            Attendances attendances,
            Rooms rooms,
            People people,
            BannedWords banned,
            Ids ids,
            Clock clock,
            JsonMapper json) {
        this.store = store;
        this.keeping = keeping;
        this.attendances = attendances;
        this.rooms = rooms;
        this.people = people;
        this.banned = banned;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /** What a batch tells: lines, and how many likes came since the last. */
    record Batch(List<Said.Line> said, long likes) {}

    /** Lets somebody listen; what was said last comes first. */
    public Mailbox listen(RoomId room) {
        var mailbox = new Mailbox();
        mailbox.put(json.writeValueAsString(new Batch(lines(store.latest(room, LATEST)), 0)));
        listeners.computeIfAbsent(room, first -> ConcurrentHashMap.newKeySet()).add(mailbox);
        return mailbox;
    }

    /** Somebody listens no longer. */
    public void leave(RoomId room, Mailbox mailbox) {
        mailbox.end();
        listeners.computeIfPresent(room, (id, all) -> {
            all.remove(mailbox);
            return all.isEmpty() ? null : all;
        });
    }

    /** Takes a bullet comment; refuses what is too long, too fast, not allowed, or by somebody who was muted. */
    public void say(RoomId room, Viewer viewer, Trace trace, String text) {
        var person = viewer.self();
        var words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw Refusal.invalid("text", "must have 1-" + LONGEST + " characters");
        }
        if (!banned.in(words).isEmpty()) {
            throw Refusal.invalid("text", "holds words that are not allowed here");
        }
        pace(person);
        var floor = store.floor(room, person).orElseThrow(() -> Refusal.notFound("room"));
        if (floor.over()) {
            throw Refusal.conflict("room-over", "The room is over", "Nothing can be said in it any more.");
        }
        if (floor.muted()) {
            throw Refusal.conflict("muted", "You were muted", "The host of this room has asked you to be quiet.");
        }
        if (waiting.size() < MOST_WAITING) {
            var said = new Said(ids.next(), room, person, words, clock.instant());
            waiting.add(new Spoken(said, attendances.said(room, viewer, trace, Moods.of(words))));
        }
    }

    private void pace(PersonId person) {
        long now = clock.instant().toEpochMilli();
        if (paces.size() > MOST_PACES) {
            paces.clear();
        }
        var last = paces.put(person, now);
        if (last != null && now - last < PAUSE_MILLIS) {
            throw new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS, "too-fast", "Too fast", "Wait a moment before you say more.");
        }
    }

    /** Counts likes, at most so many at once. */
    public void like(RoomId room, int count) {
        if (count > 0 && listeners.containsKey(room)) {
            likes.computeIfAbsent(room, first -> new AtomicLong()).addAndGet(Math.min(count, MOST_LIKES));
        }
    }

    /** The host lets somebody say nothing more, or lets them again. */
    void mute(PersonId host, RoomId room, String handle, boolean muted) {
        rooms.running(host, room);
        var person = people.byHandle(handle)
                .orElseThrow(() -> Refusal.notFound("person"))
                .id();
        if (muted) {
            store.mute(room, person, clock.instant());
        } else {
            store.unmute(room, person);
        }
    }

    /** Keeps what was said and hands it on. */
    @Scheduled(fixedDelay = 200)
    void handOn() {
        var spoken = new ArrayList<Spoken>();
        for (var next = waiting.poll(); next != null && spoken.size() < MOST_WAITING; next = waiting.poll()) {
            spoken.add(next);
        }
        if (!spoken.isEmpty()) {
            keeping.keep(spoken);
        }
        var byRoom = spoken.stream().map(Spoken::said).collect(Collectors.groupingBy(Said::room));
        listeners.forEach((room, all) -> send(room, all, byRoom.getOrDefault(room, List.of())));
        likes.keySet().retainAll(listeners.keySet());
    }

    private void send(RoomId room, Set<Mailbox> all, List<Said> said) {
        var liked = likes.get(room);
        long count = liked == null ? 0 : liked.getAndSet(0);
        if (said.isEmpty() && count == 0) {
            return;
        }
        var message = json.writeValueAsString(new Batch(lines(said), count));
        all.forEach(mailbox -> mailbox.put(message));
        all.removeIf(Mailbox::isOver);
    }

    private List<Said.Line> lines(List<Said> said) {
        var who = people.find(said.stream().map(Said::person).collect(Collectors.toSet()));
        return said.stream().map(each -> each.by(who.get(each.person()))).toList();
    }

    @EventListener
    void erased(PersonErased event) {
        store.erase(event.person());
    }
}
