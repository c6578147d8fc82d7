package org.kanmai.app.live.fragments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.app.media.ffmpeg.FfmpegBinary;

/** A recording is found to be what it is, also when a death has left its last fragment half-written. */
@Tag("LC-17")
class RecordedTests {
    private static final FfmpegBinary BINARY = FfmpegBinary.unpacked(Path.of("target", "cache"));

    @TempDir
    Path folder;

    private Path recording() throws Exception {
        var file = folder.resolve("0001.mp4");
        var made = BINARY.command(List.of(
                        "-nostdin",
                        "-y",
                        "-loglevel",
                        "quiet",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=320x180:r=25:d=6",
                        "-c:v",
                        "libopenh264",
                        "-g",
                        "25",
                        "-movflags",
                        "frag_keyframe+empty_moov+default_base_moof",
                        "-frag_duration",
                        "400000",
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        return file;
    }

    @Test
    void piecesBeginWithKeyframesAndFollowOnEachOther() throws Exception {
        var recorded = Recorded.read(recording(), 2_000);
        assertThat(recorded.millis()).isBetween(5_600L, 6_400L);
        assertThat(recorded.pieces()).extracting(Recorded.Piece::atMillis).containsExactly(0L, 2_000L, 4_000L);
        assertThat(recorded.pieces().getFirst().offset()).isEqualTo(recorded.startBytes());
        for (int at = 1; at < recorded.pieces().size(); at++) {
            var before = recorded.pieces().get(at - 1);
            assertThat(recorded.pieces().get(at).offset()).isEqualTo(before.offset() + before.bytes());
        }
    }

    @Test
    void whatADeathHasLeftHalfWrittenIsLeftOut() throws Exception {
        var file = recording();
        var whole = Recorded.read(file, 2_000);
        var last = whole.pieces().getLast();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(last.offset() + last.bytes() - 10);
        }
        var torn = Recorded.read(file, 2_000);
        assertThat(torn.millis()).isBetween(whole.millis() - 800, whole.millis() - 1);
        assertThat(torn.pieces()).hasSameSizeAs(whole.pieces());

        Files.write(file, new byte[] {1, 2, 3});
        assertThat(Recorded.read(file, 2_000).pieces()).isEmpty();
    }
}
