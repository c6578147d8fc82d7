package org.kanmai.app.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kanmai.app.media.ffmpeg.FfmpegBinary;

/** Small films made by the real ffmpeg. */
final class Clips {
    private static final FfmpegBinary BINARY = FfmpegBinary.unpacked(Path.of("target", "cache"));

    private Clips() {}

    static byte[] clip(int width, int height, int seconds) throws IOException, InterruptedException {
        var file = Files.createTempFile("clip", ".mp4");
        var command = List.of(
                "-nostdin",
                "-y",
                "-loglevel",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=%dx%d:r=30:d=%d".formatted(width, height, seconds),
                "-f",
                "lavfi",
                "-i",
                "sine=d=" + seconds,
                "-c:v",
                "libopenh264",
                "-b:v",
                "1M",
                "-c:a",
                "aac",
                file.toString());
        var process = BINARY.command(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        var bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }
}
