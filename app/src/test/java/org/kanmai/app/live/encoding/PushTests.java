package org.kanmai.app.live.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kanmai.app.live.fragments.Beginning;
import org.kanmai.app.live.fragments.Fragment;
import org.kanmai.app.live.rtmp.RtmpServer;
import org.kanmai.app.media.ffmpeg.Ffmpeg;
import org.kanmai.app.media.ffmpeg.FfmpegBinary;

/** The real ffmpeg pushes by RTMP; what comes out is fragments that the real ffmpeg plays. */
@Tag("CR-17")
@Timeout(120)
class PushTests {
    private static final FfmpegBinary BINARY = FfmpegBinary.unpacked(Path.of("target", "cache"));
    private static final String KEY = "tea-1f7c";

    private final Ffmpeg ffmpeg = new Ffmpeg(() -> BINARY);

    private static final class Kept implements Outlet {
        private final List<Beginning> beginnings = new ArrayList<>();
        private final List<Fragment> fragments = new ArrayList<>();
        private final CountDownLatch over = new CountDownLatch(1);

        @Override
        public synchronized void begin(Beginning beginning) {
            beginnings.add(beginning);
        }

        @Override
        public synchronized void add(Fragment fragment) {
            fragments.add(fragment);
        }

        @Override
        public void over() {
            over.countDown();
        }

        private byte[] film() throws IOException {
            var film = new ByteArrayOutputStream();
            film.write(beginnings.getFirst().content().bytes());
            for (var fragment : fragments) {
                film.write(fragment.content().bytes());
            }
            return film.toByteArray();
        }
    }

    private static int push(int port, String key, String size, String keyframes, int seconds)
            throws IOException, InterruptedException {
        var pushing = BINARY.command(List.of(
                        "-nostdin",
                        "-loglevel",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=" + size + ":r=25",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine",
                        "-t",
                        Integer.toString(seconds),
                        "-c:v",
                        "libopenh264",
                        "-b:v",
                        "600k",
                        "-g",
                        keyframes,
                        "-c:a",
                        "aac",
                        "-f",
                        "flv",
                        "rtmp://127.0.0.1:" + port + "/live/" + key))
                .redirectErrorStream(true)
                .start();
        pushing.getInputStream().transferTo(OutputStream.nullOutputStream());
        return pushing.waitFor();
    }

    private Kept pushed(String size, String keyframes) throws Exception {
        var kept = new Kept();
        try (var server = RtmpServer.start(
                InetAddress.getLoopbackAddress(),
                0,
                4,
                key -> key.equals(KEY) ? Optional.of(new FlvFeed(ffmpeg, "libopenh264", kept)) : Optional.empty())) {
            assertThat(push(server.port(), KEY, size, keyframes, 6)).isZero();
            assertThat(kept.over.await(60, TimeUnit.SECONDS)).isTrue();
        }
        return kept;
    }

    private static List<String> streams(byte[] film) throws IOException, InterruptedException {
        var file = Files.createTempFile("live", ".mp4");
        Files.write(file, film);
        var asking = new ProcessBuilder(
                BINARY.ffprobe().toString(),
                "-v",
                "error",
                "-count_packets",
                "-show_entries",
                "stream=codec_name,height,nb_read_packets",
                "-of",
                "csv=p=0",
                file.toString());
        asking.environment().putAll(BINARY.environment());
        var process = asking.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Files.delete(file);
        return said.lines().toList();
    }

    @Test
    void aSmallPictureWithKeyframesIsPassedThrough() throws Exception {
        var kept = pushed("640x360", "25");
        assertThat(kept.beginnings).hasSize(1);
        assertThat(kept.beginnings.getFirst().type()).matches("video/mp4; codecs=\"avc1\\.[0-9a-f]{6},mp4a\\.40\\.2\"");
        assertThat(kept.fragments.stream().filter(Fragment::keyframe).count()).isEqualTo(6);
        assertThat(kept.fragments.size()).isGreaterThanOrEqualTo(12);
        assertThat(streams(kept.film())).anySatisfy(line -> assertThat(line).startsWith("h264,360,150"));
    }

    @Test
    void aLargePictureAndOneWithoutKeyframesAreMadeAnew() throws Exception {
        assertThat(streams(pushed("1920x1080", "25").film()))
                .anySatisfy(line -> assertThat(line).startsWith("h264,480"));
        var rare = pushed("640x360", "125");
        assertThat(rare.fragments.stream().filter(Fragment::keyframe).count()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void aKeyThatNobodyKnowsIsRefusedBeforeAByteReachesAnEncoder() throws Exception {
        try (var server = RtmpServer.start(InetAddress.getLoopbackAddress(), 0, 4, key -> Optional.empty())) {
            assertThat(push(server.port(), "wrong", "320x180", "25", 2)).isNotZero();
        }
    }
}
