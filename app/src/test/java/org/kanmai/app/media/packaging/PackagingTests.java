package org.kanmai.app.media.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.app.media.observing.Figure;
import org.kanmai.app.media.observing.Observation;

/** Real films through the real ffmpeg. */
@Tag("CP-01")
@Tag("TD-01")
class PackagingTests {
    /** Colours and places are given: without them the source draws them anew each time, whatever its seed. */
    private static final String SUNSET = "gradients=s=320x180:r=15:d=4:n=4:seed=7:speed=0.05:x0=10:y0=20:x1=300:y1=150"
            + ":c0=0x103050:c1=0xf0d040:c2=0x205010:c3=0xf0f0ff";

    private static final String TARGET = "gradients=s=320x180:r=15:d=4:n=4:seed=7:speed=0.05:x0=300:y0=20:x1=10:y1=150"
            + ":c0=0xf0e0d0:c1=0x104020:c2=0xe04010:c3=0x101010:type=radial";

    @TempDir
    private Path folder;

    private Studio studio;

    @BeforeEach
    void open() {
        studio = new Studio(folder);
    }

    @Test
    void aTallFilmGetsEachSizeWithSegmentsThatBeginAtTheSameTimes() throws Exception {
        var film = studio.film("tall.mp4", 720, 1280, 30, 5);
        var made = studio.emptyFolder("made");
        var packed = studio.pack(film, made);

        assertThat(packed.width()).isEqualTo(720);
        assertThat(packed.height()).isEqualTo(1280);
        assertThat(packed.length().toMillis()).isCloseTo(5000, within(70L));
        var playlists = List.of(
                Playlist.read(made.resolve("720p")),
                Playlist.read(made.resolve("540p")),
                Playlist.read(made.resolve("360p")));
        assertThat(playlists)
                .allSatisfy(playlist -> assertThat(playlist.segments()).hasSize(3));
        assertThat(lengths(made, "540p")).isEqualTo(lengths(made, "720p"));
        assertThat(lengths(made, "360p")).isEqualTo(lengths(made, "720p"));
        assertThat(lengths(made, "360p")).startsWith("2.000000", "2.000000");
        assertThat(Files.readString(made.resolve("master.m3u8")))
                .contains("RESOLUTION=720x1280", "RESOLUTION=540x960", "RESOLUTION=360x640", "mp4a.40.2");
    }

    @Test
    void thePackageHoldsCoversPreviewAndSpriteAndNothingFromTheWay() throws Exception {
        var film = studio.film("film.mp4", 320, 568, 30, 4);
        var made = studio.emptyFolder("made");
        var packed = studio.pack(film, made);

        assertThat(packed.covers()).isBetween(1, 4);
        assertThat(names(made)).containsExactlyInAnyOrderElementsOf(expected(packed.covers(), "320p"));
        assertThat(Files.readString(made.resolve("sprite.json")))
                .contains("\"columns\":10", "\"count\":4", "\"width\":50");
        assertThat(Files.readAllBytes(made.resolve("preview.webp"))).startsWith('R', 'I', 'F', 'F');
        assertThat(packed.size()).isGreaterThan(10_000);
    }

    @Test
    void aRotationFlagTurnsThePictureUpright() throws Exception {
        var flat = studio.film("flat.mp4", 640, 360, 30, 2);
        var turned = studio.film("turned.mp4", "-display_rotation", "90", "-i", flat.toString(), "-c", "copy");
        var packed = studio.pack(turned, studio.emptyFolder("made"));
        assertThat(packed.width()).isEqualTo(360);
        assertThat(packed.height()).isEqualTo(640);
    }

    @Test
    void aSilentFilmOfOddSizeIsPackagedWithoutSound() throws Exception {
        var odd = studio.film("odd.mkv", "-f", "lavfi", "-i", "testsrc2=s=331x203:r=15:d=2", "-c:v", "ffv1");
        var made = studio.emptyFolder("made");
        var packed = studio.pack(odd, made);
        assertThat(packed.width() % 2 + packed.height() % 2).isZero();
        assertThat(Files.readString(made.resolve("master.m3u8"))).doesNotContain("mp4a");
        assertThat(share(packed, Observation.Check.SILENCE)).isEqualTo(1);
    }

    @Test
    void sixtyFramesASecondBecomeThirty() throws Exception {
        var quick = studio.film("quick.mp4", 320, 240, 60, 2);
        var made = studio.emptyFolder("made");
        studio.pack(quick, made);
        var whole = folder.resolve("whole.mp4");
        Packaging.join(made.resolve("240p"), whole);
        assertThat(studio.fit(whole).rate().perSecond()).isCloseTo(30, within(0.5));
    }

    @Test
    void av1AndWebmAreRead() throws Exception {
        var av1 = studio.film(
                "av1.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=24:d=2", "-c:v", "libaom-av1", "-cpu-used", "8");
        var webm = studio.film(
                "vp9.webm",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x180:r=24:d=2",
                "-f",
                "lavfi",
                "-i",
                "sine=d=2",
                "-c:v",
                "libvpx-vp9",
                "-deadline",
                "realtime",
                "-c:a",
                "libopus");
        assertThat(studio.pack(av1, studio.emptyFolder("one")).height()).isEqualTo(180);
        assertThat(studio.pack(webm, studio.emptyFolder("two")).height()).isEqualTo(180);
    }

    @Test
    void aBrowsersRecordingWithoutLengthIsMeasured() throws Exception {
        var recorded = studio.film(
                "live.webm",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=160x120:r=20:d=3",
                "-c:v",
                "libvpx",
                "-f",
                "webm",
                "-live",
                "1");
        assertThat(studio.fit(recorded).length().toMillis()).isCloseTo(3000, within(150L));
    }

    @Test
    void blackFrozenAndSilentStretchesAreMeasured() throws Exception {
        var dull = studio.film(
                "dull.mp4",
                "-f",
                "lavfi",
                "-i",
                "color=black:s=160x90:r=20:d=2[a];testsrc2=s=160x90:r=20:d=2[b];[a][b]concat",
                "-f",
                "lavfi",
                "-i",
                "anullsrc=d=2[a];sine=d=2[b];[a][b]concat=v=0:a=1",
                "-c:v",
                "libopenh264",
                "-c:a",
                "aac");
        var packed = studio.pack(dull, studio.emptyFolder("made"));
        assertThat(share(packed, Observation.Check.BLACK_FRAMES)).isCloseTo(0.5, within(0.1));
        assertThat(share(packed, Observation.Check.FROZEN_FRAMES)).isCloseTo(0.5, within(0.1));
        assertThat(share(packed, Observation.Check.SILENCE)).isCloseTo(0.5, within(0.1));
    }

    @Test
    @Tag("TD-25")
    void lightMotionCutsAndLoudnessAreMeasuredInTheSameRun() throws Exception {
        var cut = studio.film(
                "cut.mp4",
                "-f",
                "lavfi",
                "-i",
                "color=white:s=160x90:r=20:d=2[a];color=red:s=160x90:r=20:d=2[b];[a][b]concat",
                "-f",
                "lavfi",
                "-i",
                "sine=f=1000:d=4,volume=-20dB",
                "-c:v",
                "libopenh264",
                "-c:a",
                "aac");
        var figures = studio.pack(cut, studio.emptyFolder("made")).figures();
        assertThat(figures.get(Figure.BRIGHTNESS)).isCloseTo(0.6, within(0.05));
        assertThat(figures.get(Figure.COLOURFULNESS)).isGreaterThan(20);
        assertThat(figures.get(Figure.CUTS_A_MINUTE)).isCloseTo(15, within(1.0));
        assertThat(figures.get(Figure.LOUDNESS)).isCloseTo(-41, within(3.0));
        assertThat(figures.get(Figure.SILENCE)).isCloseTo(0, within(0.1));
        var mute = studio.film("mute.mp4", "-f", "lavfi", "-i", "color=gray:s=160x90:r=20:d=2", "-c:v", "libopenh264");
        var quiet = studio.pack(mute, studio.emptyFolder("mute")).figures();
        assertThat(quiet).doesNotContainKey(Figure.LOUDNESS).containsEntry(Figure.SILENCE, 1.0);
    }

    @Test
    void aCroppedBrightenedAndRecompressedCopyLooksTheSame() throws Exception {
        var source = studio.film("source.mp4", "-f", "lavfi", "-i", SUNSET, "-c:v", "libopenh264", "-b:v", "1M");
        var copy = studio.film(
                "copy.mp4",
                "-i",
                source.toString(),
                "-vf",
                "crop=iw*0.96:ih*0.96,lutyuv=y=val+14,scale=240:136",
                "-c:v",
                "libopenh264",
                "-b:v",
                "200k");
        var other = studio.film("other.mp4", "-f", "lavfi", "-i", TARGET, "-c:v", "libopenh264", "-b:v", "1M");
        var look = studio.pack(source, studio.emptyFolder("a")).fingerprint();
        assertThat(studio.pack(copy, studio.emptyFolder("b")).fingerprint().shareFoundIn(look))
                .isGreaterThan(0.7);
        assertThat(studio.pack(other, studio.emptyFolder("c")).fingerprint().shareFoundIn(look))
                .isLessThan(0.3);
    }

    @Test
    void theDownloadIsOneFileOfTheLargestSize() throws Exception {
        var film = studio.film("film.mp4", 640, 480, 30, 3);
        var made = studio.emptyFolder("made");
        studio.pack(film, made);
        var download = new Remux(studio.ffmpeg, Studio.MEMORY).of(made, studio.emptyFolder("remux"));
        assertThat(studio.fit(download).shortSide()).isEqualTo(480);
    }

    private static List<String> lengths(Path made, String rendition) throws IOException {
        return Files.readAllLines(made.resolve(rendition).resolve("index.m3u8")).stream()
                .filter(line -> line.startsWith("#EXTINF:"))
                .map(line -> line.substring(8, line.indexOf(',')))
                .toList();
    }

    private static double share(PackagedFilm packed, Observation.Check check) {
        return packed.observations().stream()
                .filter(observation -> observation.check() == check)
                .findFirst()
                .orElseThrow()
                .share();
    }

    private static Set<String> names(Path made) throws IOException {
        try (var files = Files.walk(made)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> made.relativize(file).toString())
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> expected(int covers, String rendition) {
        var names = new java.util.HashSet<>(Set.of(
                "master.m3u8",
                "cover.jpg",
                "preview.webp",
                "sprite.jpg",
                "sprite.json",
                rendition + "/index.m3u8",
                rendition + "/init.mp4",
                rendition + "/s000.m4s",
                rendition + "/s001.m4s"));
        for (int cover = 1; cover <= covers; cover++) {
            names.add("cover-" + cover + ".jpg");
        }
        return names;
    }
}
