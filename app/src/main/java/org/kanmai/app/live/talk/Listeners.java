package org.kanmai.app.live.talk;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.nodes.Attendees;
import org.kanmai.app.live.nodes.Exchange;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everybody who listens in rooms of this process, and what holds in them now: that is told when it changes, and to whoever comes in.
 *
 * <p>What is told once goes to other processes too. What holds does not: each process reads it for its own, so it is true
 * everywhere whoever was away.
 */
@Component
public class Listeners {
    private final Clock clock;
    private final JsonMapper json;
    private final Exchange exchange;
    private final Attendees attendees;
    private final Map<RoomId, Map<Mailbox, Heard>> listening = new ConcurrentHashMap<>();
    private final Map<RoomId, Map<String, Object>> standing = new ConcurrentHashMap<>();

    Listeners(Clock clock, JsonMapper json, Exchange exchange, Attendees attendees) {
        this.clock = clock;
        this.json = json;
        this.exchange = exchange;
        this.attendees = attendees;
    }

    /** Who listens; nobody in particular when not signed in. */
    private record Heard(@Nullable PersonId person) {}

    /** Lets somebody listen, who is told what holds now. */
    Mailbox add(RoomId room, @Nullable PersonId person) {
        var mailbox = new Mailbox();
        listening.computeIfAbsent(room, first -> new ConcurrentHashMap<>()).put(mailbox, new Heard(person));
        if (person != null) {
            attendees.note(room, Set.of(person));
        }
        new TreeMap<>(standing.getOrDefault(room, Map.of()))
                .forEach((what, value) -> mailbox.put(message(what, value)));
        return mailbox;
    }

    void leave(RoomId room, Mailbox mailbox) {
        mailbox.end();
        var left = listening.getOrDefault(room, Map.of()).get(mailbox);
        listening.computeIfPresent(room, (id, all) -> {
            all.remove(mailbox);
            return all.isEmpty() ? null : all;
        });
        var person = left == null ? null : left.person();
        if (person != null && people(room).noneMatch(person::equals)) {
            attendees.forget(room, person);
        }
    }

    /** Returns the rooms in which anybody listens here. */
    public Set<RoomId> rooms() {
        return Set.copyOf(listening.keySet());
    }

    /** Returns whether anybody listens in a room here. */
    public boolean any(RoomId room) {
        return listening.containsKey(room);
    }

    /** Returns whether somebody listens in a room now, wherever they do. */
    public boolean present(RoomId room, PersonId person) {
        return people(room).anyMatch(person::equals) || attendees.has(room, person);
    }

    private Stream<PersonId> people(RoomId room) {
        return listening.getOrDefault(room, Map.of()).values().stream()
                .flatMap(each -> Stream.ofNullable(each.person()));
    }

    /** Notes for other processes who is here. */
    @Scheduled(fixedDelay = 10_000)
    void note() {
        rooms().forEach(room -> attendees.note(room, people(room).collect(Collectors.toSet())));
    }

    /** Tells everybody in a room something once, wherever they listen. */
    public void tell(RoomId room, String what, Object value) {
        say(room, what, value);
        exchange.tell(room, json.writeValueAsString(Map.of(what, value)));
    }

    private void say(RoomId room, String what, Object value) {
        if (any(room)) {
            send(room, message(what, value));
        }
    }

    /** Tells everybody in a room what holds from now on, unless it held before; whoever comes in is told too, until it falls. */
    public void stand(RoomId room, String what, Object value) {
        var before = standing.computeIfAbsent(room, first -> new ConcurrentHashMap<>())
                .put(what, value);
        if (!value.equals(before)) {
            say(room, what, value);
        }
    }

    /** Tells everybody in a room what has become of that which held, and whoever comes in nothing of it any more. */
    public void fall(RoomId room, String what, Object value) {
        standing.computeIfPresent(room, (id, all) -> {
            if (all.remove(what) != null) {
                say(room, what, value);
            }
            return all.isEmpty() ? null : all;
        });
    }

    /** Hands a message to everybody in a room, wherever they listen. */
    void spread(RoomId room, String message) {
        send(room, message);
        exchange.tell(room, message);
    }

    /** Hands a message to everybody who listens in a room here; who can't keep up is let go. */
    void send(RoomId room, String message) {
        var all = listening.getOrDefault(room, Map.of());
        List.copyOf(all.keySet()).forEach(mailbox -> {
            mailbox.put(message);
            if (mailbox.isOver()) {
                leave(room, mailbox);
            }
        });
    }

    /** A page reckons by {@code now} how far its clock is from the server's. */
    private String message(String what, Object value) {
        var fields = new HashMap<String, Object>();
        fields.put(what, value);
        fields.put("now", clock.millis());
        return json.writeValueAsString(fields);
    }
}
