package org.kanmai.app.feed.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.kanmai.ranking.network.Snapshot;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where models lie as files; all processes of a site see the same folder. */
@Component
class ModelFolder {
    private static final String ENDING = ".model";

    private final Path root;

    ModelFolder(@Value("${kanmai.data}") Path data) {
        this.root = data.toAbsolutePath().resolve("models");
        try {
            Files.createDirectories(root);
        } catch (IOException failure) {
            throw new UncheckedIOException("can't make the folder of models below " + data, failure);
        }
    }

    /** Writes a version under a name that no other process takes, so that it outlives a loss of power; returns the name. */
    String write(int version, Snapshot snapshot) {
        var name = version + "-" + UUID.randomUUID() + ENDING;
        try {
            snapshot.write(root.resolve(name));
            return name;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean has(String name) {
        return Files.isRegularFile(root.resolve(name));
    }

    long size(String name) {
        try {
            return Files.size(root.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads a model; throws {@link org.kanmai.ranking.network.SnapshotRefused} if it is damaged. */
    Snapshot read(String name) {
        try {
            return Snapshot.read(root.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Removes all files but these. */
    void keep(Collection<String> names) {
        for (var file : files()) {
            if (!names.contains(file.getFileName().toString())) {
                remove(file);
            }
        }
    }

    private List<Path> files() {
        try (var files = Files.list(root)) {
            return files.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
