package org.kanmai.app.live.rooms;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.kanmai.app.web.WebSettings;
import org.kanmai.facts.RoomId;
import org.springframework.stereotype.Component;

/** Where what was recorded of a room lies: a file for each push. */
@Component
public class Recordings {
    private final RecordingStore store;
    private final Path folder;
    private final Clock clock;

    Recordings(RecordingStore store, WebSettings web, Clock clock) {
        this.store = store;
        this.folder = web.data().resolve("live");
        this.clock = clock;
    }

    /** A file, and the instant of its first picture. */
    public record Recording(Path file, Instant begunAt) {}

    /** Begins another file of a room; its folder may not be there yet. */
    Path begin(RoomId room) {
        return file(room, store.add(room, clock.instant()));
    }

    /** Returns the recording that was under way at an instant. */
    public Optional<Recording> at(RoomId room, Instant at) {
        return store.at(room, at).map(row -> new Recording(file(room, row.number()), row.begunAt()));
    }

    private Path file(RoomId room, int number) {
        return folder.resolve(room.toString()).resolve("%04d.mp4".formatted(number));
    }
}
