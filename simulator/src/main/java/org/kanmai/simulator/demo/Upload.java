package org.kanmai.simulator.demo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Sends a file in parts, and goes on where the server says after a broken connection. */
final class Upload {

    private static final int PART = 4 << 20;
    private static final int FAILURES = 5;

    private final Session session;
    private final Pause pause;

    Upload(Session session, Pause pause) {
        this.session = session;
        this.pause = pause;
    }

    /** Sends the file and gives the id of its upload. Its transcoding waits for other people's. */
    String send(Path file) {
        try (var reader = new RandomAccessFile(file.toFile(), "r")) {
            var size = reader.length();
            var begun = session.post(
                            "/api/uploads",
                            Map.of("fileName", "" + file.getFileName(), "size", size),
                            Map.of("X-Priority", "low"))
                    .orFail("the upload of " + file.getFileName());
            var id = begun.path("id").asString();
            var offset = begun.path("offset").asLong(0);
            var failures = 0;
            while (offset < size) {
                var next = part(reader, id, offset);
                failures = next > offset ? 0 : failures + 1;
                if (failures == FAILURES) {
                    throw new IllegalStateException("upload " + id + " does not get beyond byte " + offset);
                }
                offset = next;
            }
            return id;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private long part(RandomAccessFile reader, String id, long offset) throws IOException {
        var bytes = new byte[(int) Math.min(PART, reader.length() - offset)];
        reader.seek(offset);
        reader.readFully(bytes);
        try {
            if (session.patch("/api/uploads/" + id, bytes, offset).good()) {
                return offset + bytes.length;
            }
        } catch (ServerGone broken) {
            pause.last(Duration.ofSeconds(1));
        }
        return session.get("/api/uploads/" + id)
                .orFail("the offset of upload " + id)
                .path("offset")
                .asLong(offset);
    }
}
