package org.kanmai.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kanmai.app.media.ffmpeg.FfmpegBinary;

/** Real films with picture and sound, made by the ffmpeg that comes along. */
public final class Clips {
    private static final FfmpegBinary BINARY = FfmpegBinary.unpacked(Path.of("target", "cache"));

    private Clips() {}

    /** A film of this size and length. */
    public static byte[] film(int width, int height, int seconds) throws IOException, InterruptedException {
        var file = Files.createTempFile("film", ".mp4");
        make(file, width, height, seconds);
        return taken(file);
    }

    /** A film that was taken with the camera upright: wide pictures, and a flag that says to turn them. */
    public static byte[] upright(int longSide, int shortSide, int seconds) throws IOException, InterruptedException {
        var wide = Files.createTempFile("wide", ".mp4");
        make(wide, longSide, shortSide, seconds);
        var turned = Files.createTempFile("turned", ".mp4");
        run(List.of("-display_rotation:v:0", "90", "-i", wide.toString(), "-c", "copy", turned.toString()));
        Files.delete(wide);
        return taken(turned);
    }

    /** The same film with a box of nothing behind it, which players skip: many bytes that cost no time to transcode. */
    public static byte[] padded(byte[] film, int size) {
        var free = size - film.length;
        return ByteBuffer.allocate(size)
                .put(film)
                .putInt(free)
                .put("free".getBytes(UTF_8))
                .array();
    }

    private static void make(Path file, int width, int height, int seconds) throws IOException, InterruptedException {
        var picture = "testsrc2=s=%dx%d:r=30:d=%d".formatted(width, height, seconds);
        var sources = List.of("-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", "sine=d=" + seconds);
        var codecs = List.of("-c:v", "libopenh264", "-b:v", "1M", "-c:a", "aac", file.toString());
        run(java.util.stream.Stream.concat(sources.stream(), codecs.stream()).toList());
    }

    private static void run(List<String> arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("-nostdin", "-y", "-loglevel", "error"));
        command.addAll(arguments);
        var process = BINARY.command(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    private static byte[] taken(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }
}
