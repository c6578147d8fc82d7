package org.kanmai.app.live.rooms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.LiveSettings;
import org.kanmai.app.live.encoding.FlvFeed;
import org.kanmai.app.live.encoding.LiveEncoder;
import org.kanmai.app.live.encoding.Plan;
import org.kanmai.app.live.nodes.Census;
import org.kanmai.app.live.pulling.Homes;
import org.kanmai.app.live.relay.Segments;
import org.kanmai.app.live.relay.Watching;
import org.kanmai.app.live.rtmp.Doorkeeper;
import org.kanmai.app.live.rtmp.Pushed;
import org.kanmai.app.media.ffmpeg.Ffmpeg;
import org.kanmai.facts.Binary;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.RoomId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What is on the air: lets pushes in, lets people watch, here or elsewhere, and ends what is over. */
@Component
public class Air implements Doorkeeper {
    private final Map<RoomId, OnAir> rooms = new ConcurrentHashMap<>();
    private final RoomStore store;
    private final StreamKeys keys;
    private final Ffmpeg ffmpeg;
    private final LiveSettings settings;
    private final Recordings recordings;
    private final Homes homes;
    private final Pulls pulls;
    private final Census census;
    private final Clock clock;
    private @Nullable Instant begun;

    Air(
            RoomStore store,
            StreamKeys keys,
            Ffmpeg ffmpeg,
            LiveSettings settings,
            Recordings recordings,
            Homes homes,
            Pulls pulls,
            Census census,
            Clock clock) {
        this.store = store;
        this.keys = keys;
        this.ffmpeg = ffmpeg;
        this.settings = settings;
        this.recordings = recordings;
        this.homes = homes;
        this.pulls = pulls;
        this.census = census;
        this.clock = clock;
    }

    @Override
    public Optional<Pushed> admit(String key) {
        return keys.owner(key).flatMap(store::current).map(Room::id).flatMap(id -> turn(id).map(this::push));
    }

    /** Takes the one place for a push of a room, here and among all processes. */
    private Optional<OnAir.Turn> turn(RoomId id) {
        var turn = at(id).admit();
        if (turn.isPresent() && !homes.take(id)) {
            turn.get().over();
            return Optional.empty();
        }
        return turn;
    }

    private Pushed push(OnAir.Turn turn) {
        var feed = new FlvFeed(ffmpeg, settings.encoder(), turn);
        return new Pushed() {
            @Override
            public void take(Medium medium, int at, Binary content) throws IOException {
                turn.heard();
                feed.take(medium, at, content);
            }

            @Override
            public void over() {
                feed.over();
            }
        };
    }

    /** Begins to take a browser's camera, in Matroska; empty when the host has no room, or a push is there already. */
    public Optional<Camera> camera(PersonId host, RoomId id) throws IOException {
        if (store.current(host).filter(room -> room.id().equals(id)).isEmpty()) {
            return Optional.empty();
        }
        var turn = turn(id);
        return turn.isEmpty() ? Optional.empty() : Optional.of(camera(turn.get()));
    }

    private Camera camera(OnAir.Turn turn) throws IOException {
        try {
            return new Camera(LiveEncoder.start(ffmpeg, Plan.camera(), settings.encoder(), turn), turn);
        } catch (IOException failure) {
            turn.over();
            throw failure;
        }
    }

    private OnAir at(RoomId room) {
        return rooms.computeIfAbsent(
                room, id -> new OnAir(clock.instant().getEpochSecond(), () -> begins(id), () -> homes.release(id)));
    }

    /** The first picture of a push makes its room live; empty when it is over by now. */
    private Optional<Path> begins(RoomId room) {
        return store.picture(room, clock.instant()) ? Optional.of(recordings.begin(room)) : Optional.empty();
    }

    /**
     * Returns the playlist of a room that is not over, and counts who plays it; what is pushed elsewhere is pulled while somebody does, and
     * empty at first.
     */
    public Optional<Segments> play(RoomId id, Pseudonym viewer) {
        return playable(id).map(room -> {
            room.plays(viewer);
            return room.segments();
        });
    }

    /** Returns what a playlist names. */
    public Optional<Segments> segments(RoomId id) {
        return playable(id).map(OnAir::segments);
    }

    private Optional<OnAir> playable(RoomId id) {
        return Optional.ofNullable(rooms.get(id)).or(() -> open(id)).filter(room -> !room.isClosed());
    }

    private Optional<OnAir> open(RoomId id) {
        return store.find(id).filter(room -> !room.state().over()).map(room -> at(id));
    }

    /** Lets somebody watch a room that is not over; empty when there is none. */
    public Optional<Watching> watch(RoomId id) {
        return open(id).map(OnAir::join);
    }

    /** Lets another process watch a room that is pushed to here, for all of its viewers; empty when it is not. */
    public Optional<Watching> handOver(RoomId id) {
        return Optional.ofNullable(rooms.get(id)).filter(OnAir::isHome).map(OnAir::handOver);
    }

    /** Another process watches no longer. */
    public void handOverNoMore(RoomId id, Watching node) {
        var room = rooms.get(id);
        if (room != null) {
            room.handOverNoMore(node);
        }
    }

    /** Somebody watches no longer. */
    public void leave(RoomId id, Watching viewer) {
        var room = rooms.get(id);
        if (room != null) {
            room.leave(viewer);
        }
    }

    /** Returns how many watch a room, here and elsewhere. */
    public int viewers(RoomId id) {
        var room = rooms.get(id);
        return census.viewersElsewhere(id) + (room == null ? 0 : room.viewers());
    }

    /** Returns whether a picture comes, wherever it is pushed to. */
    public boolean isPushed(RoomId id) {
        var room = rooms.get(id);
        return (room != null && room.isPushed()) || census.isShownElsewhere(id);
    }

    /** Returns of each room that is pushed to here what a player needs to show its newest keyframe. */
    public Map<RoomId, Binary> newest() {
        var pictures = new HashMap<RoomId, Binary>();
        rooms.forEach((id, room) -> room.newest().ifPresent(picture -> pictures.put(id, picture)));
        return pictures;
    }

    /** Ends a room for everybody in it. */
    void close(RoomId id) {
        var room = rooms.remove(id);
        if (room != null) {
            room.close();
        }
    }

    /** Notes which rooms have a picture, ends those that have had none for too long, and what ended elsewhere ends here. */
    @Scheduled(fixedDelay = 1_000)
    void look() throws IOException {
        var now = clock.instant();
        var fresh = which(OnAir::takeFresh);
        if (!fresh.isEmpty()) {
            store.pictures(fresh, now);
        }
        store.endGone(silentSince(now), now.minus(settings.longest()), now);
        store.over(rooms.keySet()).forEach(this::close);
        rooms.values().forEach(OnAir::forgetWhoLeft);
        holdOn();
        for (var room : List.copyOf(rooms.values())) {
            room.flush();
        }
    }

    /** Keeps the rooms that are pushed to here, and says how many watch. */
    private void holdOn() {
        var here = which(OnAir::isHome);
        homes.renew(here).forEach(taken -> at(taken).giveWay());
        var viewers = rooms.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, room -> room.getValue().viewers()));
        census.count(viewers, which(room -> room.isHome() && room.isPushed()));
    }

    private Set<RoomId> which(Predicate<OnAir> some) {
        return rooms.entrySet().stream()
                .filter(room -> some.test(room.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Pulls what is watched here and pushed elsewhere. */
    @Scheduled(fixedDelay = 250)
    void pull() {
        pulls.tend(rooms);
    }

    /** Nobody could push while there was no process to push to, so the time that a room waits begins again with the process. */
    private Instant silentSince(Instant now) {
        if (begun == null) {
            begun = now;
        }
        return now.isBefore(begun.plus(settings.gone())) ? Instant.EPOCH : now.minus(settings.gone());
    }
}
