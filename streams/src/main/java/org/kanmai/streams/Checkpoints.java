package org.kanmai.streams;

import static java.util.Comparator.comparing;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of checkpoints: one folder for each run of the jobs, in it {@code chk-1}, {@code chk-2} and so on. */
final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final String METADATA = "_metadata";

    private final Path folder;

    Checkpoints(Path folder) {
        this.folder = folder;
    }

    /** A checkpoint whose metadata file exists; it may still be cut short. */
    private record Found(Path path, Instant at) {}

    /**
     * Returns the newest checkpoint that can be read; empty when there was never any.
     *
     * @throws IllegalStateException when there are some and none can be read: beginning anew would lose counts
     */
    Optional<Path> newestComplete() {
        var found = newestFirst();
        for (Found checkpoint : found) {
            if (isComplete(checkpoint.path())) {
                return Optional.of(checkpoint.path());
            }
            LOG.warn("streams.checkpoint.incomplete path={}", checkpoint.path());
        }
        if (!found.isEmpty()) {
            throw new IllegalStateException("none of " + found.size() + " checkpoints in " + folder + " can be read");
        }
        return Optional.empty();
    }

    /** Returns when the newest checkpoint was written. */
    Optional<Instant> latest() {
        return newestFirst().stream().findFirst().map(Found::at);
    }

    /** Deletes the folders of runs other than the one of a checkpoint. */
    void keepOnly(Path checkpoint) {
        for (Path run : children(folder)) {
            if (!checkpoint.startsWith(run)) {
                delete(run);
            }
        }
    }

    private List<Found> newestFirst() {
        var found = new ArrayList<Found>();
        for (Path run : children(folder)) {
            for (Path checkpoint : children(run)) {
                at(checkpoint.resolve(METADATA)).ifPresent(at -> found.add(new Found(checkpoint, at)));
            }
        }
        found.sort(comparing(Found::at).reversed());
        return found;
    }

    /** A running job deletes old checkpoints while this looks at them. */
    private static Optional<Instant> at(Path metadata) {
        try {
            return Optional.of(Files.getLastModifiedTime(metadata).toInstant());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static boolean isComplete(Path checkpoint) {
        var file = checkpoint.resolve(METADATA);
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            var metadata = org.apache.flink.runtime.checkpoint.Checkpoints.loadCheckpointMetadata(
                    in, Checkpoints.class.getClassLoader(), checkpoint.toUri().toString());
            return metadata.getCheckpointId() > 0;
        } catch (Exception cutShort) {
            return false;
        }
    }

    private static List<Path> children(Path parent) {
        try (var list = Files.list(parent)) {
            return list.filter(Files::isDirectory).toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void delete(Path run) {
        try (Stream<Path> all = Files.walk(run)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException kept) {
            LOG.warn("streams.checkpoint.kept path={}", run, kept);
        }
    }
}
