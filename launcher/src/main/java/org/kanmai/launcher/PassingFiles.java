package org.kanmai.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.kanmai.engines.StartRefused;

/**
 * The folder below the data for what libraries unpack and forget: a process that is killed leaves it there, and the next
 * start removes it.
 */
record PassingFiles(Path folder) {

    /** Makes the folder and tells the JDK of it; to be called before anything makes a temporary file. */
    static PassingFiles in(Path data, Words words) {
        var passing = new PassingFiles(data.resolve("temporary"));
        try {
            Files.createDirectories(passing.folder);
        } catch (IOException e) {
            throw new StartRefused(words.say("world.unwritable", data, String.valueOf(e.getMessage())), e);
        }
        System.setProperty("java.io.tmpdir", passing.folder.toAbsolutePath().toString());
        return passing;
    }

    /** Removes what an earlier process left; to be called under the folder's lock. */
    void clear() {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(folder)) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
