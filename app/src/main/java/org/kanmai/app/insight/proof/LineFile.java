package org.kanmai.app.insight.proof;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file of lines that only grows; where it ends is found in the file itself, so that a crash at any point is made good. */
final class LineFile {
    static final int AT_ONCE = 1_000;

    private final Path path;

    LineFile(Path path) {
        this.path = path;
    }

    /** Returns the lines that come after so many. */
    @FunctionalInterface
    interface Source {
        /** Returns at most {@link #AT_ONCE} lines; none at the end. */
        List<String> after(long lines);
    }

    /** Appends all that the source has and the file lacks; the last lines are flushed to the disk. */
    void catchUp(Source source) throws IOException {
        long lines = cutTorn();
        try (var out = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var more = source.after(lines); !more.isEmpty(); more = source.after(lines)) {
                out.write(ByteBuffer.wrap((String.join("\n", more) + "\n").getBytes(StandardCharsets.US_ASCII)));
                lines += more.size();
            }
            out.force(true);
        }
    }

    /** Cuts off a line without an end; returns how many lines are left. */
    private long cutTorn() throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        long lines = 0;
        long whole = 0;
        long place = 0;
        try (var in = Files.newInputStream(path)) {
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int at = 0; at < read; at++) {
                    if (buffer[at] == '\n') {
                        lines++;
                        whole = place + at + 1;
                    }
                }
                place += read;
            }
        }
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(whole);
        }
        return lines;
    }
}
