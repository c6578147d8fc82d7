package org.kanmai.simulator.scenes.drawing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kanmai.simulator.ffmpeg.Ffmpeg;

/** Pictures from a folder of WebP files named by code point, decoded by ffmpeg, which complains into a log file. */
public record WebpFolder(Path folder, Path log, Ffmpeg ffmpeg) implements Pictures.Source {

    private static final int SIZE = Pictures.SIZE;

    @Override
    public int[] pixels(String code) {
        var file = folder.resolve(code + ".webp");
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no picture " + file);
        }
        var arguments = List.of(
                "-i",
                file.toString(),
                "-frames:v",
                "1",
                "-vf",
                "scale=" + SIZE + ":" + SIZE,
                "-pix_fmt",
                "bgra",
                "-f",
                "rawvideo",
                "pipe:1");
        var process = ffmpeg.start(arguments, log);
        try (var out = process.getInputStream()) {
            var bytes = out.readNBytes(SIZE * SIZE * 4);
            ffmpeg.finish(process, log);
            var pixels = new int[SIZE * SIZE];
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(pixels);
            return pixels;
        } catch (IOException failure) {
            throw new UncheckedIOException("picture " + code + " cannot be decoded", failure);
        }
    }
}
