package org.kanmai.benchmarks.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.kanmai.app.media.ffmpeg.FfmpegBinary;

/** Pushes pictures by RTMP, in each of which stands when it was taken: 40 bits of this machine's clock as black and white blocks. */
public final class ClockCamera implements AutoCloseable {
    /** How wide and high pictures are, in pixels. */
    public static final int WIDTH = 640;

    public static final int HEIGHT = 360;
    /** How many bits of milliseconds stand in a picture, the highest first, each this many pixels wide. */
    public static final int BITS = 40;

    public static final int BLOCK = WIDTH / BITS;
    /** A row of pixels that goes through all blocks. */
    public static final int ROW = 60;

    private static final int FROM_ROW = 40;
    private static final int UNTIL_ROW = 80;
    private static final int RATE = 25;
    private static final byte BLACK = 16;
    private static final byte WHITE = (byte) 235;
    private static final byte GREY = 110;

    private final Process encoder;
    private volatile boolean over;

    private ClockCamera(Process encoder) {
        this.encoder = encoder;
    }

    /** Starts to push to an address; {@code cache} is where ffmpeg is unpacked. */
    public static ClockCamera to(String address, Path cache) {
        var size = WIDTH + "x" + HEIGHT;
        var rate = Integer.toString(RATE);
        try {
            var camera = new ClockCamera(FfmpegBinary.unpacked(cache)
                    .command(List.of(
                            "-loglevel",
                            "quiet",
                            "-f",
                            "rawvideo",
                            "-pix_fmt",
                            "gray",
                            "-s",
                            size,
                            "-r",
                            rate,
                            "-i",
                            "pipe:0",
                            "-pix_fmt",
                            "yuv420p",
                            "-c:v",
                            "libopenh264",
                            "-b:v",
                            "900k",
                            "-g",
                            rate,
                            "-f",
                            "flv",
                            address))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
            Thread.ofPlatform().daemon().name("clock-camera").start(camera::film);
            return camera;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void film() {
        var picture = new byte[WIDTH * HEIGHT];
        long begin = System.nanoTime();
        try (var out = encoder.getOutputStream()) {
            for (long number = 0; !over; number++) {
                LockSupport.parkNanos(begin + number * TimeUnit.SECONDS.toNanos(1) / RATE - System.nanoTime());
                draw(picture, number);
                out.write(picture);
                out.flush();
            }
        } catch (IOException gone) {
            over = true;
        }
    }

    private static void draw(byte[] picture, long number) {
        Arrays.fill(picture, GREY);
        int bar = (int) (number * 4 % (WIDTH - BLOCK));
        for (int row = 200; row < 300; row++) {
            Arrays.fill(picture, row * WIDTH + bar, row * WIDTH + bar + BLOCK, WHITE);
        }
        long millis = System.currentTimeMillis();
        for (int bit = 0; bit < BITS; bit++) {
            byte colour = (millis >> (BITS - 1 - bit) & 1) == 1 ? WHITE : BLACK;
            for (int row = FROM_ROW; row < UNTIL_ROW; row++) {
                Arrays.fill(picture, row * WIDTH + bit * BLOCK, row * WIDTH + (bit + 1) * BLOCK, colour);
            }
        }
    }

    @Override
    public void close() {
        over = true;
        encoder.destroy();
    }
}
