package org.kanmai.app.media.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.kanmai.app.media.packaging.Remux;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.MediaId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes the one-file form of a film when somebody first asks for it; nothing is encoded again. */
@Component
public class Downloads {
    private static final String FILE = "download.mp4";
    private static final long PATIENCE_SECONDS = 20;

    private final MediaFolders folders;
    private final Remux remux;
    private final Semaphore atOnce = new Semaphore(2);

    Downloads(MediaFolders folders, Remux remux) {
        this.folders = folders;
        this.remux = remux;
    }

    /** Returns the mp4 of a packaged film. */
    public Path of(MediaId media) {
        var file = folders.packaged(media).resolve(FILE);
        return Files.exists(file) ? file : made(media, file);
    }

    private Path made(MediaId media, Path file) {
        try {
            if (!atOnce.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
            try {
                return Files.exists(file) ? file : make(media, file);
            } finally {
                atOnce.release();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("can't make the download of " + media, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private Path make(MediaId media, Path file) throws IOException, InterruptedException {
        var folder = folders.working(media);
        try {
            var made = remux.of(folders.packaged(media), folder);
            return Files.move(made, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } finally {
            MediaFolders.remove(folder);
        }
    }

    private static Refusal busy() {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                "Too much at once",
                "The download is being prepared; try again soon.");
    }
}
