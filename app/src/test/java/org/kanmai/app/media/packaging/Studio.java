package org.kanmai.app.media.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.kanmai.app.media.ffmpeg.Ffmpeg;
import org.kanmai.app.media.ffmpeg.FfmpegBinary;

/** Makes small films with the real ffmpeg and packages them. */
final class Studio {
    static final long MEMORY = 4L << 30;
    private static final FfmpegBinary BINARY = FfmpegBinary.unpacked(Path.of("target", "cache"));

    final Ffmpeg ffmpeg = new Ffmpeg(() -> BINARY);
    final Judge judge = new Judge(ffmpeg, new Allowance(Duration.ofMillis(500), Duration.ofMinutes(10), 7680), MEMORY);
    final Packaging packaging = new Packaging(ffmpeg, Encoder.OPENH264, MEMORY);
    private final Path folder;

    Studio(Path folder) {
        this.folder = folder;
    }

    /** Makes a film of what the arguments say. */
    Path film(String name, String... arguments) throws IOException, InterruptedException {
        var file = folder.resolve(name);
        var command = new ArrayList<>(List.of("-nostdin", "-y", "-loglevel", "error"));
        command.addAll(List.of(arguments));
        command.add(file.toString());
        var process = BINARY.command(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return file;
    }

    /** Makes a moving, sounding film of a size. */
    Path film(String name, int width, int height, int rate, int seconds) throws IOException, InterruptedException {
        return film(
                name,
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=%dx%d:r=%d:d=%d".formatted(width, height, rate, seconds),
                "-f",
                "lavfi",
                "-i",
                "sine=f=440:d=" + seconds,
                "-c:v",
                "libopenh264",
                "-b:v",
                "1M",
                "-c:a",
                "aac");
    }

    /** Judges a file under the kind of name that uploads get: without an ending that a format could be guessed from. */
    Verdict judged(Path file) throws IOException, InterruptedException {
        return judge.judge(Files.copy(file, folder.resolve("1"), StandardCopyOption.REPLACE_EXISTING), folder);
    }

    Film fit(Path file) throws IOException, InterruptedException {
        var verdict = judged(file);
        assertThat(verdict).isInstanceOf(Verdict.Fit.class);
        return ((Verdict.Fit) verdict).film();
    }

    Path emptyFolder(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    PackagedFilm pack(Path file, Path into) throws IOException, InterruptedException {
        return packaging.pack(file, fit(file), into, percent -> {});
    }
}
