package org.kanmai.simulator.scenes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kanmai.simulator.ffmpeg.Ffmpeg;
import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Lettering;
import org.kanmai.simulator.scenes.drawing.Look;
import org.kanmai.simulator.scenes.drawing.Pictures;
import org.kanmai.simulator.scenes.drawing.WebpFolder;
import org.kanmai.simulator.scenes.sound.Composer;
import org.kanmai.simulator.scenes.sound.Recording;

/** Shoots films: draws their frames and pipes them, with their music, through ffmpeg into an MP4 file (H.264, AAC). */
public final class Studio implements Camera {

    /** Frames a second. */
    public static final int RATE = 24;

    private final Ffmpeg ffmpeg;
    private final Pictures pictures;
    private final Lettering lettering;
    private final Path scratch;
    private final List<String> encoder;

    /** A studio that takes its pictures from a folder of WebP files and leaves its waste in an existing scratch folder. */
    public Studio(Ffmpeg ffmpeg, Path pictures, Path scratch) {
        this.ffmpeg = ffmpeg;
        this.scratch = scratch;
        this.pictures = new Pictures(new WebpFolder(pictures, scratch.resolve("pictures.log"), ffmpeg));
        this.lettering = Lettering.ofThisMachine()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "no font with Chinese characters is installed; on Debian or Ubuntu: apt-get install fonts-noto-cjk"));
        this.encoder = encoder(ffmpeg);
    }

    /** Opens a film, painting its background; its frames can be drawn in any order. */
    public Film open(Script script) {
        return new Film(script, pictures, lettering);
    }

    @Override
    public void shoot(Script script, Path target) {
        var name = target.getFileName().toString();
        var sound = scratch.resolve(name + ".wav");
        var log = scratch.resolve(name + ".log");
        Recording.write(Composer.compose(script.music(), script.seed()), sound);
        var process = ffmpeg.start(arguments(sound, target), log);
        try (var frames = process.getOutputStream()) {
            var film = open(script);
            var bytes = new byte[Brush.WIDTH * Brush.HEIGHT * 4];
            for (var i = 0; i < film.frames(); i++) {
                film.draw(i);
                film.copy(bytes);
                frames.write(bytes);
            }
        } catch (IOException failure) {
            process.destroy();
            ffmpeg.finish(process, log);
            throw new UncheckedIOException("ffmpeg does not take the frames of " + name, failure);
        }
        ffmpeg.finish(process, log);
    }

    @Override
    public byte[] portrait(String code, Look look) {
        return Portrait.png(code, look, pictures, lettering);
    }

    private List<String> arguments(Path sound, Path target) {
        var words = new ArrayList<>(List.of(
                "-f",
                "rawvideo",
                "-pix_fmt",
                "bgr0",
                "-s",
                Brush.WIDTH + "x" + Brush.HEIGHT,
                "-r",
                Integer.toString(RATE),
                "-i",
                "pipe:0",
                "-i",
                sound.toString(),
                "-map",
                "0:v",
                "-map",
                "1:a"));
        words.addAll(encoder);
        words.addAll(List.of(
                "-pix_fmt",
                "yuv420p",
                "-g",
                "48",
                "-c:a",
                "aac",
                "-b:a",
                "112k",
                "-shortest",
                "-movflags",
                "+faststart",
                target.toString()));
        return words;
    }

    private static List<String> encoder(Ffmpeg ffmpeg) {
        if (ffmpeg.encodesWith("libopenh264")) {
            return List.of("-c:v", "libopenh264", "-b:v", "2200k", "-coder", "cavlc", "-threads", "1");
        }
        if (ffmpeg.encodesWith("libx264")) {
            return List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "21", "-threads", "1");
        }
        throw new IllegalStateException("this ffmpeg has neither libopenh264 nor libx264: " + ffmpeg.command());
    }
}
