package org.kanmai.app.media.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.kanmai.app.media.ffmpeg.Ffmpeg;
import org.kanmai.app.media.ffmpeg.Limits;
import org.kanmai.app.media.ffmpeg.Outcome;
import org.kanmai.app.media.ffmpeg.Run;

/** Makes one ordinary mp4 of a package's largest rendition. */
public final class Remux {
    private final Ffmpeg ffmpeg;
    private final Limits limits;

    /** Takes how much memory a run may use. */
    public Remux(Ffmpeg ffmpeg, long memoryBytes) {
        this.ffmpeg = ffmpeg;
        this.limits = new Limits(Duration.ofMinutes(5), Duration.ofMinutes(1), memoryBytes, 1L << 30);
    }

    /** Returns the file, made in a private folder. */
    public Path of(Path packaged, Path folder) throws IOException, InterruptedException {
        var whole = folder.resolve(Pictures.WHOLE);
        Packaging.join(largest(packaged), whole);
        var made = folder.resolve("made.mp4");
        var arguments =
                List.of("-i", whole.toString(), "-c", "copy", "-movflags", "+faststart", "-f", "mp4", made.toString());
        var outcome = ffmpeg.run(new Run(Run.Program.FFMPEG, arguments, folder, limits), line -> {});
        if (!(outcome instanceof Outcome.Done)) {
            throw new IOException("no mp4 came of " + packaged + ": " + outcome);
        }
        return made;
    }

    private static Path largest(Path packaged) throws IOException {
        try (var folders = Files.list(packaged)) {
            return folders.filter(Files::isDirectory)
                    .max(Comparator.comparingInt(Remux::shortSide))
                    .orElseThrow(() -> new IOException("no rendition in " + packaged));
        }
    }

    private static int shortSide(Path rendition) {
        var name = rendition.getFileName().toString();
        return Integer.parseInt(name.substring(0, name.length() - 1));
    }
}
