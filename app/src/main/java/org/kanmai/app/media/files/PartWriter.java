package org.kanmai.app.media.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends one part of an upload to its file; what is reported as written is on the disk. */
public final class PartWriter {
    private static final int BUFFER = 64 << 10;

    private PartWriter() {}

    /**
     * Writes from an offset on, over whatever a crash left there unacknowledged, until the body ends, breaks off, or says stop;
     * throws {@link TooLarge} when more than the most comes, and {@link IOException} when the disk refuses.
     */
    public static long write(Path file, long offset, InputStream body, long most, Going going) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.size() < offset) {
                throw new IOException(
                        "the file is shorter than what was acknowledged: " + channel.size() + " < " + offset);
            }
            channel.truncate(offset);
            try {
                long written = copy(channel, offset, body, most, going);
                channel.force(true);
                return written;
            } catch (IOException | TooLarge refused) {
                channel.truncate(offset);
                throw refused;
            }
        }
    }

    private static long copy(FileChannel channel, long offset, InputStream body, long most, Going going)
            throws IOException {
        var buffer = new byte[BUFFER];
        long written = 0;
        int read;
        while (going.on() && (read = read(body, buffer)) >= 0) {
            if (written + read > most) {
                throw new TooLarge();
            }
            var bytes = ByteBuffer.wrap(buffer, 0, read);
            while (bytes.hasRemaining()) {
                written += channel.write(bytes, offset + written);
            }
        }
        return written;
    }

    /** A connection that drops ends the part; what came before is kept. */
    private static int read(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException dropped) {
            return -1;
        }
    }

    /** Says whether to go on; asked before each buffer. */
    public interface Going {
        /** Returns whether more may be written. */
        boolean on();
    }

    /** More came than may. */
    public static final class TooLarge extends RuntimeException {}
}
