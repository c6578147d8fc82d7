package org.kanmai.app.media.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile and hapless files in front of the real ffprobe. */
@Tag("CP-01")
class JudgeTests {
    @TempDir
    private Path folder;

    private Studio studio;

    @BeforeEach
    void open() {
        studio = new Studio(folder);
    }

    @Test
    void aFileIsJudgedByItsContentNotItsName() throws Exception {
        var film = studio.film("film.mp4", 320, 240, 30, 1);
        var disguised = Files.move(film, folder.resolve("holiday.jpg"));
        assertThat(studio.fit(disguised).width()).isEqualTo(320);
        var noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        assertThat(reason(Files.write(folder.resolve("noise.mp4"), noise))).isEqualTo(Unfitness.NOT_A_VIDEO);
        assertThat(reason(Files.writeString(folder.resolve("page.mp4"), "<html></html>")))
                .isEqualTo(Unfitness.NOT_A_VIDEO);
    }

    @Test
    void aPlaylistThatPointsAtOtherFilesIsNoFilm() throws Exception {
        var own = studio.film(
                "own.ts", "-f", "lavfi", "-i", "testsrc2=s=160x120:d=1", "-c:v", "mpeg2video", "-f", "mpegts");
        var playlist = """
                #EXTM3U
                #EXT-X-TARGETDURATION:2
                #EXTINF:2.0,
                file://%s
                #EXT-X-ENDLIST
                """;
        var reading = Files.writeString(folder.resolve("clip.mp4"), playlist.formatted("/etc/passwd"));
        var borrowing = Files.writeString(folder.resolve("clip.m3u8"), playlist.formatted(own));
        var joining =
                Files.writeString(folder.resolve("list.mp4"), "ffconcat version 1.0\nfile " + own.getFileName() + "\n");
        var network = Files.writeString(
                folder.resolve("net.mp4"), playlist.formatted("").replace("file://", "http://127.0.0.1:1/a.ts"));
        for (var file : new Path[] {reading, borrowing, joining, network}) {
            assertThat(reason(file)).as(file.toString()).isEqualTo(Unfitness.NOT_A_VIDEO);
        }
    }

    @Test
    void aFilmWithoutItsEndIsBroken() throws Exception {
        var whole = Files.readAllBytes(studio.film("whole.mp4", 320, 240, 30, 2));
        var noIndex = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(reason(noIndex)).isEqualTo(Unfitness.BROKEN);
    }

    @Test
    void aFilmWhoseHeaderPromisesMoreThanItHoldsIsBroken() throws Exception {
        var film = studio.film(
                "long.mp4",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x240:r=30:d=8",
                "-c:v",
                "libopenh264",
                "-movflags",
                "+faststart");
        var whole = Files.readAllBytes(film);
        var cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(whole, whole.length / 4));
        var made = studio.emptyFolder("made");
        var found = studio.fit(cut);
        assertThatThrownBy(() -> studio.packaging.pack(cut, found, made, percent -> {}))
                .isInstanceOfSatisfying(Spoiled.class, spoiled -> {
                    assertThat(spoiled.reason()).isEqualTo(Unfitness.BROKEN);
                    assertThat(spoiled.detail()).endsWith(".");
                });
    }

    @Test
    void aSongWithACoverPictureHasNoPicture() throws Exception {
        var song = studio.film("song.m4a", "-f", "lavfi", "-i", "sine=d=2", "-c:a", "aac");
        assertThat(reason(song)).isEqualTo(Unfitness.NO_PICTURE);
    }

    @Test
    void tooShortAndTooLongAndTooLargeAreTold() throws Exception {
        var blink = studio.film("blink.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x64:r=30:d=0.2", "-c:v", "libopenh264");
        assertThat(reason(blink)).isEqualTo(Unfitness.TOO_SHORT);
        var allowance = new Allowance(Duration.ofMillis(500), Duration.ofMinutes(10), 7680);
        var unfit = (Verdict.Unfit) Judge.allowed(Films.of(1080, 1920, "30/1", Duration.ofSeconds(723)), allowance);
        assertThat(unfit.reason()).isEqualTo(Unfitness.TOO_LONG);
        assertThat(unfit.detail()).isEqualTo("The film is 12 min 3 s long; at most 10 min are taken.");
        var wide = (Verdict.Unfit) Judge.allowed(Films.of(7682, 100, "30/1", Duration.ofSeconds(5)), allowance);
        assertThat(wide.reason()).isEqualTo(Unfitness.TOO_LARGE);
        assertThat(Judge.allowed(Films.of(7680, 4320, "30/1", Duration.ofMinutes(10)), allowance))
                .isInstanceOf(Verdict.Fit.class);
    }

    private Unfitness reason(Path file) throws java.io.IOException, InterruptedException {
        var verdict = studio.judged(file);
        assertThat(verdict).as(file.toString()).isInstanceOf(Verdict.Unfit.class);
        return ((Verdict.Unfit) verdict).reason();
    }
}
