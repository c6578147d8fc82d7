package org.kanmai.app.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import org.kanmai.facts.MediaId;

/** Where files lie: parts that come in, films at work, and finished packages in folders of their ids. */
final class MediaFolders {
    private final Path root;
    private final Path incoming;
    private final Path working;

    MediaFolders(Path data) {
        this.root = data.toAbsolutePath().resolve("media");
        this.incoming = root.resolve("incoming");
        this.working = root.resolve("working");
        try {
            Files.createDirectories(incoming);
            Files.createDirectories(working);
        } catch (IOException failure) {
            throw new UncheckedIOException("can't make the folders of media below " + data, failure);
        }
    }

    Path incoming(MediaId media) {
        return incoming.resolve(media.toString());
    }

    Path packaged(MediaId media) {
        return root.resolve(media.toString());
    }

    /** Makes an empty folder that nobody else uses. */
    Path working(MediaId media) throws IOException {
        return Files.createTempDirectory(working, media + "-");
    }

    /** Puts a finished folder in its place at once; what a crash left there before is no package, so it goes. */
    void place(Path finished, MediaId media) throws IOException {
        var place = packaged(media);
        remove(place);
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
    }

    List<Path> allIncoming() throws IOException {
        return list(incoming);
    }

    List<Path> allWorking() throws IOException {
        return list(working);
    }

    List<Path> allPackaged() throws IOException {
        return list(root).stream()
                .filter(path -> !path.equals(incoming) && !path.equals(working))
                .toList();
    }

    long free() throws IOException {
        return Files.getFileStore(incoming).getUsableSpace();
    }

    static void remove(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (var all = Files.walk(path)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var paths = Files.list(folder)) {
            return paths.toList();
        }
    }
}
