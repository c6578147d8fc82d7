package org.kanmai.app.live.rooms;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.kanmai.app.live.LiveSettings;
import org.kanmai.app.live.encoding.FlvFeed;
import org.kanmai.app.live.encoding.LiveEncoder;
import org.kanmai.app.live.encoding.Plan;
import org.kanmai.app.live.relay.Watching;
import org.kanmai.app.live.rtmp.Doorkeeper;
import org.kanmai.app.live.rtmp.Pushed;
import org.kanmai.app.media.ffmpeg.Ffmpeg;
import org.kanmai.facts.Binary;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What is on the air in this process: lets pushes in, lets people watch, and ends what is over. */
@Component
public class Air implements Doorkeeper {
    private final Map<RoomId, OnAir> rooms = new ConcurrentHashMap<>();
    private final RoomStore store;
    private final StreamKeys keys;
    private final Ffmpeg ffmpeg;
    private final LiveSettings settings;
    private final Recordings recordings;
    private final Clock clock;

    Air(RoomStore store, StreamKeys keys, Ffmpeg ffmpeg, LiveSettings settings, Recordings recordings, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.ffmpeg = ffmpeg;
        this.settings = settings;
        this.recordings = recordings;
        this.clock = clock;
    }

    @Override
    public Optional<Pushed> admit(String key) {
        return keys.owner(key)
                .flatMap(store::current)
                .map(Room::id)
                .filter(this::takesPush)
                .map(this::push);
    }

    private boolean takesPush(RoomId room) {
        return store.picture(room, clock.instant()) && at(room).admit();
    }

    private Pushed push(RoomId id) {
        var room = at(id);
        var feed = new FlvFeed(ffmpeg, settings.encoder(), room);
        return new Pushed() {
            @Override
            public void take(Medium medium, int at, Binary content) throws IOException {
                if (room.isClosed()) {
                    throw new IOException("the room is over");
                }
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
        if (store.current(host).filter(room -> room.id().equals(id)).isEmpty() || !takesPush(id)) {
            return Optional.empty();
        }
        var room = at(id);
        try {
            return Optional.of(new Camera(LiveEncoder.start(ffmpeg, Plan.camera(), settings.encoder(), room), room));
        } catch (IOException failure) {
            room.over();
            throw failure;
        }
    }

    /** A browser's camera on its way into an encoder. */
    public static final class Camera implements AutoCloseable {
        private final LiveEncoder encoder;
        private final OnAir room;

        private Camera(LiveEncoder encoder, OnAir room) {
            this.encoder = encoder;
            this.room = room;
        }

        /** Takes the next bytes; throws {@link IOException} when the room is over or the encoder is gone. */
        public void take(byte[] bytes) throws IOException {
            if (room.isClosed()) {
                throw new IOException("the room is over");
            }
            encoder.input().write(bytes);
            encoder.input().flush();
        }

        @Override
        public void close() {
            encoder.close();
        }
    }

    private OnAir at(RoomId room) {
        return rooms.computeIfAbsent(room, id -> new OnAir(() -> recordings.begin(id)));
    }

    /** Lets somebody watch a room that is not over; empty when there is none. */
    public Optional<Watching> watch(RoomId id) {
        return store.find(id).filter(room -> !room.state().over()).map(room -> at(id).join());
    }

    /** Somebody watches no longer. */
    public void leave(RoomId id, Watching viewer) {
        var room = rooms.get(id);
        if (room != null) {
            room.leave(viewer);
        }
    }

    /** Returns how many watch a room here. */
    int viewers(RoomId id) {
        var room = rooms.get(id);
        return room == null ? 0 : room.viewers();
    }

    /** Returns whether a picture comes. */
    boolean isPushed(RoomId id) {
        var room = rooms.get(id);
        return room != null && room.isPushed();
    }

    /** Ends a room for everybody in it. */
    void close(RoomId id) {
        var room = rooms.remove(id);
        if (room != null) {
            room.close();
        }
    }

    /** Notes which rooms have a picture, and ends those that have had none for too long. */
    @Scheduled(fixedDelay = 1_000)
    void look() throws IOException {
        var now = clock.instant();
        var fresh = rooms.entrySet().stream()
                .filter(room -> room.getValue().takeFresh())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!fresh.isEmpty()) {
            store.pictures(fresh, now);
        }
        store.endGone(now.minus(settings.gone()), now.minus(settings.longest()), now)
                .forEach(this::close);
        for (var room : List.copyOf(rooms.values())) {
            room.flush();
        }
    }
}
