package org.kanmai.engines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything, held by one process at a time through the lock file inside it. */
final class DataFolder implements AutoCloseable {
    /** The file in the folder whose holder holds the folder. */
    static final String LOCK = "lock";

    /** PostgreSQL's write-ahead log and Kafka's segments need room before the first fact comes. */
    private static final long LEAST_FREE_BYTES = 512L << 20;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder when it is absent, proves that it can be written, and takes its lock. */
    static DataFolder open(Path path) {
        return open(path, LEAST_FREE_BYTES);
    }

    static DataFolder open(Path path, long leastFreeBytes) {
        create(path);
        try {
            var lock = FileChannel.open(path.resolve(LOCK), CREATE, READ, WRITE);
            hold(path, lock);
            var folder = new DataFolder(path.toRealPath(), lock);
            try {
                probe(path, leastFreeBytes);
                return folder;
            } catch (IOException | StartRefused e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    Path path() {
        return path;
    }

    /** The folder's inner folder of this name, made when absent and then closed to other users. */
    Path folder(String name) {
        var folder = path.resolve(name);
        if (!Files.isDirectory(folder)) {
            createPrivate(folder);
        }
        return folder;
    }

    /** Deletes what is in the folder but some names of it, and has that on the disk when it returns. */
    void empty(Set<String> kept) throws IOException {
        try (var files = Files.list(path)) {
            for (var file : files.toList()) {
                if (!kept.contains(file.getFileName().toString())) {
                    Binaries.delete(file);
                }
            }
        }
        force();
    }

    /** Deletes one name, and has that on the disk. */
    void remove(String name) throws IOException {
        Files.deleteIfExists(path.resolve(name));
        force();
    }

    private void force() throws IOException {
        try (var folder = FileChannel.open(path, READ)) {
            folder.force(true);
        }
    }

    @Override
    public void close() {
        try {
            lock.truncate(0);
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("lock of " + path, e);
        }
    }

    private static void create(Path path) {
        try {
            Files.createDirectories(path);
        } catch (FileAlreadyExistsException e) {
            throw new StartRefused("The data folder " + path + " is a file; choose another with --data.", e);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static void createPrivate(Path folder) {
        try {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            // The engines start at the same time, and another one of them was faster.
            if (!Files.isDirectory(folder)) {
                throw unwritable(folder, e);
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** A refused channel stays open: closing it would drop the lock, if it is this same process that holds it. */
    private static void hold(Path path, FileChannel lock) throws IOException {
        if (!locked(lock)) {
            throw new StartRefused("The data folder " + path + " is in use by another Kanmai (process " + owner(lock)
                    + "). Stop that one first, or choose another folder with --data.");
        }
        lock.truncate(0);
        lock.write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())), 0);
    }

    private static boolean locked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String owner(FileChannel lock) throws IOException {
        var bytes = ByteBuffer.allocate(20);
        lock.read(bytes, 0);
        return UTF_8.decode(bytes.flip()).toString();
    }

    private static void probe(Path path, long leastFreeBytes) throws IOException {
        var probe = path.resolve("probe");
        try (var channel = FileChannel.open(probe, CREATE, WRITE)) {
            channel.write(ByteBuffer.allocate(64 << 10));
            channel.force(true);
        } finally {
            Files.deleteIfExists(probe);
        }
        var free = Files.getFileStore(path).getUsableSpace();
        if (free < leastFreeBytes) {
            throw new StartRefused("The disk of the data folder " + path + " is full: " + (free >> 20)
                    + " MB are free and at least " + (leastFreeBytes >> 20)
                    + " are needed. Make room, or choose another folder with --data.");
        }
    }

    private static StartRefused unwritable(Path path, IOException cause) {
        return new StartRefused(
                "The data folder " + path + " can't be written: " + reason(cause)
                        + ". Make it writable for this user, or choose another with --data.",
                cause);
    }

    private static @Nullable String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileSystemException refused && refused.getReason() != null) {
            return refused.getReason();
        }
        return cause.getMessage();
    }
}
