package org.kanmai.app.insight.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the files of the lake lie: {@code raw} and {@code view}, each file named by its id. */
@Component
class LakeFolder {
    private static final String UNFINISHED = ".unfinished";

    private final Path root;

    LakeFolder(@Value("${kanmai.data}") Path data) {
        this.root = data.toAbsolutePath().resolve("lake");
        try {
            Files.createDirectories(root.resolve(LakeFile.Part.RAW.code()));
            Files.createDirectories(root.resolve(LakeFile.Part.VIEW.code()));
        } catch (IOException failure) {
            throw new UncheckedIOException("can't make the folders of the lake below " + data, failure);
        }
    }

    /** Returns where a file of a part lies. */
    Path file(LakeFile.Part part, long id) {
        return folder(part).resolve(id + ".parquet");
    }

    /** Returns where a file is written before it is whole. */
    Path unfinished(LakeFile.Part part, long id) {
        return folder(part).resolve(id + UNFINISHED);
    }

    /** Puts a whole file in its place, so that it outlives a loss of power; returns its size in bytes. */
    long finish(LakeFile.Part part, long id) {
        var unfinished = unfinished(part, id);
        try {
            sync(unfinished, StandardOpenOption.WRITE);
            Files.move(unfinished, file(part, id), StandardCopyOption.ATOMIC_MOVE);
            sync(folder(part), StandardOpenOption.READ);
            return Files.size(file(part, id));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Removes a file; nothing happens when there is none. */
    void remove(LakeFile.Part part, long id) {
        try {
            Files.deleteIfExists(file(part, id));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns all paths of a part, whatever they are. */
    List<Path> all(LakeFile.Part part) throws IOException {
        try (var paths = Files.list(folder(part))) {
            return paths.toList();
        }
    }

    /** Returns where DuckDB puts what does not fit into its memory. */
    Path overflow() {
        return root.resolve("overflow");
    }

    private Path folder(LakeFile.Part part) {
        return root.resolve(part.code());
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
