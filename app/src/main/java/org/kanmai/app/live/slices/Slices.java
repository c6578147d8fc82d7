package org.kanmai.app.live.slices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kanmai.app.live.rooms.Recordings;
import org.kanmai.app.live.rooms.Recordings.Recording;
import org.kanmai.app.media.MediaLibrary;
import org.kanmai.app.media.ffmpeg.Ffmpeg;
import org.kanmai.app.media.ffmpeg.Limits;
import org.kanmai.app.media.ffmpeg.Outcome;
import org.kanmai.app.media.ffmpeg.Run;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.RoomId;
import org.springframework.stereotype.Component;

/** Cuts a slice out of a recording and hands it to the media, as if its host had uploaded it. */
@Component
class Slices {
    private static final Duration BEFORE = Duration.ofSeconds(2);
    private static final Duration AFTER = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(10).minusSeconds(5);
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(60), Duration.ofSeconds(60), 2L << 30, 500_000_000);
    private static final String SLICE = "slice.mp4";

    private final Recordings recordings;
    private final MediaLibrary library;
    private final Ffmpeg ffmpeg;

    Slices(Recordings recordings, MediaLibrary library, Ffmpeg ffmpeg) {
        this.recordings = recordings;
        this.library = library;
        this.ffmpeg = ffmpeg;
    }

    /** Cuts from a little before a mark to a little after it, at keyframes; refuses with 409 where nothing was recorded. */
    MediaId cut(PersonId host, RoomId room, Mark mark) throws IOException, InterruptedException {
        var recording = recordings.at(room, mark.from()).filter(found -> Files.exists(found.file()));
        var folder = Files.createTempDirectory("slice");
        try {
            if (recording.isEmpty() || !isCut(folder, recording.get(), mark)) {
                throw Refusal.conflict(
                        "nothing-recorded", "Nothing was recorded", "There was no picture while this was explained.");
            }
            return library.takeIn(host, folder.resolve(SLICE));
        } finally {
            remove(folder);
        }
    }

    private boolean isCut(Path folder, Recording recording, Mark mark) throws IOException, InterruptedException {
        var from = Duration.between(recording.begunAt(), mark.from()).minus(BEFORE);
        var length = Duration.between(mark.from(), mark.until()).plus(BEFORE).plus(AFTER);
        var arguments = new ArrayList<>(List.of("-ss", seconds(from.isNegative() ? Duration.ZERO : from)));
        arguments.addAll(Ffmpeg.hostile(recording.file()));
        arguments.addAll(List.of(
                "-t",
                seconds(length.compareTo(LONGEST) > 0 ? LONGEST : length),
                "-c",
                "copy",
                "-movflags",
                "+faststart",
                SLICE));
        var outcome = ffmpeg.run(new Run(Run.Program.FFMPEG, arguments, folder, LIMITS), line -> {});
        var slice = folder.resolve(SLICE);
        return outcome instanceof Outcome.Done && Files.exists(slice) && Files.size(slice) > 0;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1e3);
    }

    private static void remove(Path folder) {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("can't remove " + folder, failure);
        }
    }
}
