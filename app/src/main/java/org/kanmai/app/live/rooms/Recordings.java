package org.kanmai.app.live.rooms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
        this.folder = begun(web.data().resolve("live"));
        this.clock = clock;
    }

    /** It is there from the start, so that other processes can share it. */
    private static Path begun(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("can't keep recordings in " + folder, failure);
        }
    }

    /** A file with its number, and the instant of its first picture. */
    public record Recording(int number, Path file, Instant begunAt) {}

    /** Begins another file of a room; its folder may not be there yet. */
    Path begin(RoomId room) {
        return file(room, store.add(room, clock.instant()));
    }

    /** Returns the recording that was under way at an instant. */
    public Optional<Recording> at(RoomId room, Instant at) {
        return store.at(room, at).map(row -> recording(room, row));
    }

    /** Returns all recordings of a room in their order; a file may not be there. */
    public List<Recording> of(RoomId room) {
        return store.of(room).stream().map(row -> recording(room, row)).toList();
    }

    private Recording recording(RoomId room, RecordingStore.Row row) {
        return new Recording(row.number(), file(room, row.number()), row.begunAt());
    }

    /** Returns where all of a room lies. */
    public Path folder(RoomId room) {
        return folder.resolve(room.toString());
    }

    /** Returns where the picture of something that was noticed lies, or is to lie. */
    public Path evidence(RoomId room, long flag) {
        return folder(room).resolve("flag-" + flag + ".jpg");
    }

    private Path file(RoomId room, int number) {
        return folder(room).resolve("%04d.mp4".formatted(number));
    }
}
