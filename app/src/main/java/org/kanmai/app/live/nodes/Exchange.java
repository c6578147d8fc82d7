package org.kanmai.app.live.nodes;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.nodes.Incoming.Arrival;
import org.kanmai.facts.RoomId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries what is told in rooms to those who listen in other processes: everything of a room and a beat in one publication, in the order
 * in which it was told, to each once. While Redis is away it waits, to a bound; who may have missed something reads what is kept of it.
 */
@Component
public class Exchange implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final Duration BEAT = Duration.ofMillis(100);
    private static final int BEATS_OF_A_REPORT = 10;
    /** After so many beats without a word of its own from Redis it is not heard, whatever the connection says. */
    private static final int BEATS_OF_SILENCE = 50;

    private static final int BEATS_OF_REST = 600;
    private static final String NODES = "live:nodes";
    private static final String ROOM = "live:room:";

    private final Node node;
    private final Census census;
    private final Supplier<Audience> audience;
    private final Clock clock;
    private final JsonMapper json;
    private final Wire wire;
    private final Map<RoomId, Outgoing> outgoing = new ConcurrentHashMap<>();
    private final Map<RoomId, Incoming> incoming = new ConcurrentHashMap<>();
    private final Set<RoomId> behind = ConcurrentHashMap.newKeySet();
    private final AtomicLong beats = new AtomicLong();
    private @Nullable ScheduledExecutorService beating;
    private volatile long heardAt;
    private boolean away;

    @Autowired
    Exchange(
            Node node,
            Census census,
            ObjectProvider<Audience> audience,
            RedisConnectionFactory connections,
            Clock clock,
            JsonMapper json) {
        this(node, census, audience::getObject, connections, clock, json);
    }

    Exchange(
            Node node,
            Census census,
            Supplier<Audience> audience,
            RedisConnectionFactory connections,
            Clock clock,
            JsonMapper json) {
        this.node = node;
        this.census = census;
        this.audience = audience;
        this.clock = clock;
        this.json = json;
        this.wire = new Wire(connections, this::heard, this::begun);
    }

    /** Tells those who listen in a room in other processes; those who listen here are told by whoever calls. */
    public void tell(RoomId room, String message) {
        outgoing.compute(room, (id, before) -> {
            var waiting = before == null ? new Outgoing(node.name(), clock.millis()) : before;
            waiting.put(message);
            return waiting;
        });
    }

    /** What is read while something is caught up with holds up nothing that is told. */
    @Override
    public synchronized void start() {
        var threads = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("live-exchange").factory());
        var unused = threads.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
        unused = threads.scheduleWithFixedDelay(this::catchUp, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
        beating = threads;
    }

    @Override
    public synchronized void stop() {
        if (beating != null) {
            beating.shutdownNow();
        }
        beating = null;
        wire.close();
    }

    @Override
    public synchronized boolean isRunning() {
        return beating != null;
    }

    void beat() {
        try {
            listen();
            speak();
            noteAway(false);
        } catch (RuntimeException failure) {
            noteAway(true);
            LOG.debug("live.exchange.away", failure);
        }
        beats.incrementAndGet();
    }

    private void noteAway(boolean now) {
        if (now && !away) {
            LOG.warn("live.exchange: redis is away, rooms hear only what is told in this process");
        }
        away = now;
    }

    private void listen() {
        if (beats.get() - heardAt > BEATS_OF_SILENCE) {
            heardAt = beats.get();
            wire.close();
        }
        var rooms = audience.get().rooms();
        incoming.keySet().retainAll(rooms);
        var channels = rooms.stream().map(room -> ROOM + room).collect(Collectors.toSet());
        channels.add(NODES);
        wire.listenTo(channels);
    }

    private void speak() {
        var messages = new HashMap<String, String>();
        outgoing.forEach((room, waiting) ->
                waiting.next().ifPresent(envelope -> messages.put(ROOM + room, json.writeValueAsString(envelope))));
        var gone = List.copyOf(outgoing.entrySet());
        if (beats.get() % BEATS_OF_A_REPORT == 0) {
            messages.put(NODES, json.writeValueAsString(census.own()));
        }
        if (messages.isEmpty()) {
            return;
        }
        wire.publish(messages);
        gone.stream()
                .filter(each -> messages.containsKey(ROOM + each.getKey()))
                .forEach(each -> each.getValue().gone());
        if (beats.get() % BEATS_OF_REST == 0) {
            gone.forEach(each ->
                    outgoing.computeIfPresent(each.getKey(), (room, waiting) -> waiting.isIdle() ? null : waiting));
        }
    }

    private void heard(String channel, String message) {
        try {
            if (channel.equals(NODES)) {
                heard(json.readValue(message, Report.class));
            } else {
                heard(room(channel), json.readValue(message, Envelope.class));
            }
        } catch (JacksonException strange) {
            LOG.warn("live.exchange: a message on {} is of another version", channel, strange);
        }
    }

    private void heard(Report report) {
        if (report.node().equals(node.name())) {
            heardAt = beats.get();
        }
        census.hear(report);
    }

    private void heard(RoomId room, Envelope envelope) {
        if (envelope.node().equals(node.name())) {
            return;
        }
        var arrival = incoming.computeIfAbsent(room, first -> new Incoming()).take(envelope);
        if (arrival == Arrival.KNOWN) {
            return;
        }
        if (arrival == Arrival.AFTER_A_GAP) {
            behind.add(room);
        }
        envelope.messages().forEach(each -> audience.get().hear(room, each));
    }

    /** What was told before is not heard: it is read, once what comes is heard. */
    private void begun(String channel) {
        if (!channel.equals(NODES)) {
            behind.add(room(channel));
        }
    }

    private static RoomId room(String channel) {
        return RoomId.parse(channel.substring(ROOM.length()));
    }

    void catchUp() {
        for (var room : List.copyOf(behind)) {
            behind.remove(room);
            try {
                audience.get().catchUp(room);
            } catch (RuntimeException failure) {
                behind.add(room);
                LOG.debug("live.exchange: room {} is read again", room, failure);
            }
        }
    }
}
