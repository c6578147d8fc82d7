package org.kanmai.benchmarks.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kanmai.app.media.ffmpeg.FfmpegBinary;

/** Films made by the ffmpeg that comes with Kanmai. */
public final class Clips {
    /** Length of the small clips. */
    public static final int SMALL_MILLIS = 12_000;

    /** Length of the hard clip. */
    public static final int HARD_SECONDS = 15;

    private final Path folder;
    private final FfmpegBinary binary;

    /** Keeps films and the program in a folder. */
    public Clips(Path folder) {
        try {
            this.folder = Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        this.binary = FfmpegBinary.unpacked(folder.resolve("cache"));
    }

    /** Returns a small film that costs little to package; each number looks different. */
    public Path small(int number) {
        var picture = "testsrc2=s=180x320:r=10:d=%d,hue=h=%d".formatted(SMALL_MILLIS / 1000, 37 * number % 360);
        return film(
                "small-" + number, picture, "sine=f=%d:d=%d".formatted(220 + 20 * number, SMALL_MILLIS / 1000), "200k");
    }

    /** Returns an upright full-HD film with much motion, noise in every frame, and sound: hard to encode. */
    public Path hard() {
        var picture = "testsrc2=s=1080x1920:r=30:d=%d,noise=alls=24:allf=t".formatted(HARD_SECONDS);
        return film("hard", picture, "anoisesrc=d=%d:a=0.3".formatted(HARD_SECONDS), "12M");
    }

    private Path film(String name, String picture, String sound, String bitRate) {
        var file = folder.resolve(name + ".mp4");
        var words = new ArrayList<>(List.of("-nostdin", "-y", "-loglevel", "error", "-f", "lavfi", "-i", picture));
        words.addAll(List.of("-f", "lavfi", "-i", sound, "-c:v", "libopenh264", "-b:v", bitRate));
        words.addAll(List.of("-c:a", "aac", "-shortest", file.toString()));
        try {
            var process = binary.command(words).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("ffmpeg made no film of " + picture + ": " + said);
            }
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ffmpeg ran", stopped);
        }
    }
}
