package org.kanmai.engines;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the engines' real binaries from their jars into the cache, once per version. */
final class Binaries {
    private static final Map<String, String> POSTGRESQL = Map.of(
            "Linux amd64", "postgres-linux-x86_64.txz",
            "Linux aarch64", "postgres-linux-arm_64.txz",
            "Mac OS X x86_64", "postgres-darwin-x86_64.txz",
            "Mac OS X aarch64", "postgres-darwin-arm_64.txz");
    private static final Map<String, String> REDIS = Map.of(
            "Linux amd64", "redis-server-6.2.6-v5-linux-amd64",
            "Linux aarch64", "redis-server-6.2.7-linux-arm64",
            "Mac OS X x86_64", "redis-server-6.2.6-v5-darwin-amd64",
            "Mac OS X aarch64", "redis-server-6.2.6-v5-darwin-arm64");

    private final Path cache;

    /** Falls back to a folder beside the data when the cache can't be written. */
    Binaries(Path cache, Path data) {
        this.cache = writable(cache) ? cache : data.resolve("cache");
    }

    /** The folder with PostgreSQL's bin, lib and share. */
    Path postgresql() {
        var resource = resource("PostgreSQL", POSTGRESQL);
        return unpacked("postgresql", resource, Binaries::untar);
    }

    /** The redis-server executable. */
    Path redis() {
        var resource = resource("Redis", REDIS);
        return unpacked("redis", resource, (stream, folder) -> {
                    Files.copy(stream, folder.resolve("redis-server"));
                    executable(folder.resolve("redis-server"));
                })
                .resolve("redis-server");
    }

    private static String resource(String engine, Map<String, String> resources) {
        var machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        var resource = resources.get(machine);
        if (resource == null || Binaries.class.getResource("/" + resource) == null) {
            throw new StartRefused("There are no binaries of " + engine + " for " + machine + " in this build. Run "
                    + engine + " elsewhere and give its address (docs/operations/running.md).");
        }
        return resource;
    }

    private Path unpacked(String engine, String resource, Unpacking unpacking) {
        try (var stream = Binaries.class.getResourceAsStream("/" + resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource);
            }
            var folder = cache.resolve(engine + "-" + version(resource));
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(cache);
                var fresh = Files.createTempDirectory(cache, engine + "-");
                unpacking.unpack(stream, fresh);
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
                publish(fresh, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new StartRefused(
                    "The binaries of " + engine + " can't be unpacked into " + cache + ": " + e.getMessage(), e);
        }
    }

    /** The size stands for the version: the jar has no other mark beside its name. */
    private static String version(String resource) throws IOException {
        var url = Binaries.class.getResource("/" + resource);
        if (url == null) {
            throw new IllegalStateException(resource);
        }
        var connection = url.openConnection();
        connection.setUseCaches(false);
        connection.getInputStream().close();
        return Long.toString(connection.getContentLengthLong());
    }

    /** Whoever unpacks the same version at the same time wins or loses, but no one sees half a folder. */
    private static void publish(Path fresh, Path folder) throws IOException {
        try {
            Files.move(fresh, folder, ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            delete(fresh);
        }
    }

    private static void untar(InputStream stream, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(stream)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, folder.resolve(entry.getName()).normalize(), folder);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target, Path folder)
            throws IOException {
        if (!target.startsWith(folder)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolve("..").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & 0100) != 0) {
            executable(target);
        }
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static boolean writable(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.isWritable(folder);
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes a folder and all in it; nothing happens when it is absent. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, NOFOLLOW_LINKS)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @FunctionalInterface
    private interface Unpacking {
        void unpack(InputStream stream, Path folder) throws IOException;
    }
}
