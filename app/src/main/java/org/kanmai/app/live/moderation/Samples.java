package org.kanmai.app.live.moderation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.media.ffmpeg.Ffmpeg;
import org.kanmai.app.media.ffmpeg.Limits;
import org.kanmai.app.media.ffmpeg.Outcome;
import org.kanmai.app.media.ffmpeg.Run;
import org.kanmai.facts.Binary;
import org.springframework.stereotype.Component;

/** Makes a small JPEG of the keyframe that a room's stream begins with. */
@Component
class Samples {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(10), 1L << 30, 10 << 20);
    private static final String STREAM = "stream.mp4";
    /** The name of the picture in the folder that is given. */
    static final String PICTURE = "picture.jpg";

    private final Ffmpeg ffmpeg;

    Samples(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /** Takes the beginning of a stream and its newest keyframe; empty when no picture can be made of them. */
    Optional<Path> picture(Path folder, Binary stream) throws IOException, InterruptedException {
        var source = folder.resolve(STREAM);
        var picture = folder.resolve(PICTURE);
        Files.write(source, stream.bytes());
        Files.deleteIfExists(picture);
        var arguments = new ArrayList<>(Ffmpeg.hostile(source));
        arguments.addAll(List.of("-frames:v", "1", "-vf", "scale=-2:'min(480,ih)'", "-q:v", "4", PICTURE));
        var outcome = ffmpeg.run(new Run(Run.Program.FFMPEG, arguments, folder, LIMITS), line -> {});
        return outcome instanceof Outcome.Done && Files.exists(picture) ? Optional.of(picture) : Optional.empty();
    }
}
