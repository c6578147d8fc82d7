package org.kanmai.app.media.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import org.kanmai.facts.MediaId;

/** Where files lie: parts that come in, films at work, and finished packages in folders of their ids. */
public final class MediaFolders {
    private final Path root;
    private final Path incoming;
    private final Path working;

    /** Makes the folders below the folder of all data. */
    public MediaFolders(Path data) {
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

    /** Returns the file that an upload's parts go to. */
    public Path incoming(MediaId media) {
        return incoming.resolve(media.toString());
    }

    /** Returns the folder of a package. */
    public Path packaged(MediaId media) {
        return root.resolve(media.toString());
    }

    /** Makes an empty folder that nobody else uses. */
    public Path working(MediaId media) throws IOException {
        return Files.createTempDirectory(working, media + "-");
    }

    /** Puts a finished folder in its place at once; what a crash left there before is no package, so it goes. */
    public void place(Path finished, MediaId media) throws IOException {
        var place = packaged(media);
        remove(place);
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns the files of uploads. */
    public List<Path> allIncoming() throws IOException {
        return list(incoming);
    }

    /** Returns the folders of films at work. */
    public List<Path> allWorking() throws IOException {
        return list(working);
    }

    /** Returns the folders of packages. */
    public List<Path> allPackaged() throws IOException {
        return list(root).stream()
                .filter(path -> !path.equals(incoming) && !path.equals(working))
                .toList();
    }

    /** Returns how many bytes the disk still takes. */
    public long free() throws IOException {
        return Files.getFileStore(incoming).getUsableSpace();
    }

    /** Removes a file, or a folder with all in it; nothing happens when there is none. */
    public static void remove(Path path) throws IOException {
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
