package org.kanmai.app.live.rooms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.kanmai.facts.Binary;

/** A recording under way: a file that only grows. */
final class Footage {
    private final FileChannel file;

    private Footage(FileChannel file) {
        this.file = file;
    }

    /** Begins a file that must not be there. */
    static Footage into(Path path) {
        try {
            Files.createDirectories(path.getParent());
            return new Footage(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException failure) {
            throw new UncheckedIOException("can't record into " + path, failure);
        }
    }

    void add(Binary content) {
        try {
            var bytes = ByteBuffer.wrap(content.bytes());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("can't record", failure);
        }
    }

    /** Sees to it that it outlives a loss of power. */
    void flush() throws IOException {
        file.force(false);
    }

    void end() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("can't end a recording", failure);
        }
    }
}
