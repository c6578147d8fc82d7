package org.kanmai.app.media.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("TD-25")
class FiguresTests {
    private static final int PICTURE = 3 * 64;

    @Test
    void greyIsColourlessAndHalfLightIsHalfBright() throws IOException {
        var grey = new byte[2 * PICTURE];
        Arrays.fill(grey, (byte) 128);
        var colours = Colours.read(new ByteArrayInputStream(grey), PICTURE);
        assertThat(colours.brightness()).isCloseTo(0.5, within(0.01));
        assertThat(colours.contrast()).isCloseTo(0, within(0.001));
        assertThat(colours.colourfulness()).isZero();
    }

    @Test
    void halfBlackAndHalfWhiteIsAllTheContrastThereIs() throws IOException {
        var half = new byte[PICTURE];
        Arrays.fill(half, 0, PICTURE / 2, (byte) 255);
        var colours = Colours.read(new ByteArrayInputStream(half), PICTURE);
        assertThat(colours.contrast()).isCloseTo(1, within(0.01));
    }

    @Test
    void aRedAndABluePictureAreGaudy() throws IOException {
        var gaudy = new byte[PICTURE];
        for (int dot = 0; dot < PICTURE; dot += 3) {
            gaudy[dot + (dot % 2 == 0 ? 0 : 2)] = (byte) 255;
        }
        assertThat(Colours.read(new ByteArrayInputStream(gaudy), PICTURE).colourfulness())
                .isGreaterThan(60);
    }

    @Test
    void aHalfPictureAtTheEndIsLeftOut() throws IOException {
        var cut = new byte[PICTURE + PICTURE / 2];
        Arrays.fill(cut, PICTURE, cut.length, (byte) 255);
        assertThat(Colours.read(new ByteArrayInputStream(cut), PICTURE).brightness())
                .isZero();
        assertThat(Colours.read(new ByteArrayInputStream(new byte[0]), PICTURE).colourfulness())
                .isZero();
    }

    @Test
    void aJumpIsACutAndAFlickerOfEveryPictureIsNone() {
        assertThat(new Samples(film(40, 40, 40, 40, 200, 200, 200, 200)).cutsAMinute())
                .isEqualTo(60.0 * 4 / 8);
        assertThat(new Samples(film(40, 200, 40, 200, 40, 200, 40, 200)).cutsAMinute())
                .isZero();
        assertThat(new Samples(film(40, 40, 40)).motion()).isZero();
        assertThat(new Samples(film(0, 255, 0)).motion()).isCloseTo(1, within(1e-9));
        assertThat(new Samples(new byte[0]).cutsAMinute()).isZero();
    }

    @Test
    void theMetersLastWordCountsAndNothingHeardIsNoLoudness(@TempDir Path folder) throws IOException {
        assertThat(Loudness.read(folder)).isEmpty();
        var file = folder.resolve(Loudness.FILE);
        Files.writeString(file, "frame:0 pts:0\nlavfi.r128.I=-40.0\nframe:1 pts:1\nlavfi.r128.I=-21.5\n");
        assertThat(Loudness.read(folder)).hasValue(-21.5);
        Files.writeString(file, "frame:0 pts:0\nlavfi.r128.I=-70.000\n");
        assertThat(Loudness.read(folder)).isEmpty();
        Files.writeString(file, "frame:0 pts:0\nlavfi.r128.I=NaN\n");
        assertThat(Loudness.read(folder)).isEmpty();
    }

    private static byte[] film(int... greys) {
        var film = new byte[Samples.FRAME * greys.length];
        for (int frame = 0; frame < greys.length; frame++) {
            Arrays.fill(film, frame * Samples.FRAME, (frame + 1) * Samples.FRAME, (byte) greys[frame]);
        }
        return film;
    }
}
