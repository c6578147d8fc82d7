package org.kanmai.app.live.talk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.live.attendance.Attendances;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
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
    private final Listeners listeners;
    private final Manners manners;
    private final Keeping keeping;
    private final Attendances attendances;
    private final People people;
    private final Ids ids;
    private final Clock clock;
    private final JsonMapper json;
    private final Map<RoomId, AtomicLong> likes = new ConcurrentHashMap<>();
    private final Map<PersonId, Long> paces = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Spoken> waiting = new ConcurrentLinkedQueue<>();

    Talk(
            SaidStore store,
            Listeners listeners,
            Manners manners,
            Keeping keeping,
            Attendances attendances,
            People people,
            Ids ids,
            Clock clock,
            JsonMapper json) {
        this.store = store;
        this.listeners = listeners;
        this.manners = manners;
        this.keeping = keeping;
        this.attendances = attendances;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    /** What a batch tells: lines, and how many likes came since the last. */
    record Batch(List<Said.Line> said, long likes) {}

    /** Lets somebody listen; what was said last comes first. */
    public Mailbox listen(RoomId room, @Nullable PersonId person) {
        var mailbox = listeners.add(room, person);
        mailbox.put(latest(room));
        return mailbox;
    }

    /** Returns what was said last as a message; who has some of it knows it by its ids. */
    String latest(RoomId room) {
        return json.writeValueAsString(new Batch(lines(room, store.latest(room, LATEST)), 0));
    }

    /** Somebody listens no longer. */
    public void leave(RoomId room, Mailbox mailbox) {
        listeners.leave(room, mailbox);
    }

    /** Takes a bullet comment; refuses what is too long, too fast, not allowed, or by somebody who was muted. */
    public void say(RoomId room, Viewer viewer, Trace trace, String text, @Nullable Long replyTo) {
        var person = viewer.self();
        var words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            throw Refusal.invalid("text", "must have 1-" + LONGEST + " characters");
        }
        manners.check(room, person, "text", words);
        pace(room, person);
        if (waiting.size() < MOST_WAITING) {
            var said = new Said(ids.next(), room, person, words, replyTo, clock.instant());
            waiting.add(new Spoken(said, attendances.said(room, viewer, trace, Moods.of(words))));
        }
    }

    /** Who keeps order waits no longer than anybody must; others as long as the room's host says. */
    private void pace(RoomId room, PersonId person) {
        long now = clock.instant().toEpochMilli();
        if (paces.size() > MOST_PACES) {
            paces.clear();
        }
        var manner = manners.of(room);
        long slow = manner.keptBy(person) ? 0 : 1_000L * manner.slowSeconds();
        var last = paces.get(person);
        long wait = last == null ? 0 : last + Math.max(slow, PAUSE_MILLIS) - now;
        if (wait > 0) {
            throw new Refusal(
                            HttpStatus.TOO_MANY_REQUESTS, "too-fast", "Too fast", "Wait a moment before you say more.")
                    .with("millis", wait);
        }
        paces.put(person, now);
    }

    /** Returns a page of what was said before, the newest first. */
    Slice<Said.Line> history(RoomId room, Paging paging) {
        manners.of(room);
        var slice = Slice.of(store.before(room, paging.before(), paging.rows()), paging, Said::id);
        return new Slice<>(lines(room, slice.items()), slice.next());
    }

    /** Counts likes, at most so many at once. */
    public void like(RoomId room, int count) {
        if (count > 0 && listeners.any(room)) {
            likes.computeIfAbsent(room, first -> new AtomicLong()).addAndGet(Math.min(count, MOST_LIKES));
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
        var heard = listeners.rooms();
        var told = new HashSet<>(heard);
        told.addAll(byRoom.keySet());
        told.forEach(room -> send(room, byRoom.getOrDefault(room, List.of())));
        likes.keySet().retainAll(heard);
    }

    private void send(RoomId room, List<Said> said) {
        var liked = likes.get(room);
        long count = liked == null ? 0 : liked.getAndSet(0);
        if (said.isEmpty() && count == 0) {
            return;
        }
        listeners.spread(room, json.writeValueAsString(new Batch(lines(room, said), count)));
    }

    private List<Said.Line> lines(RoomId room, List<Said> said) {
        if (said.isEmpty()) {
            return List.of();
        }
        var manner = manners.of(room);
        var who = people.find(said.stream().map(Said::person).collect(Collectors.toSet()));
        return said.stream()
                .map(each -> each.by(who.get(each.person()), manner))
                .toList();
    }

    @EventListener
    void erased(PersonErased event) {
        store.erase(event.person());
    }
}
