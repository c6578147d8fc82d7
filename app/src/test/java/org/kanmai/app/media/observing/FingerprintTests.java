package org.kanmai.app.media.observing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CP-12")
class FingerprintTests {

    @Test
    void eachBitSaysWhetherThePictureGrowsBrighterToTheRight() {
        var rising = new byte[72];
        for (int at = 0; at < 72; at++) {
            rising[at] = (byte) (at % 9 * 20);
        }
        assertThat(Fingerprint.ofFrames(rising).bytes()).containsOnly(0xff);
        assertThat(Fingerprint.ofFrames(new byte[72]).bytes()).containsOnly(0);
    }

    @Test
    void aFilmIsFoundInItselfAndInALongerOneButNotInNoise() {
        var film = noise(10, 1);
        var longer = new byte[72 * 30];
        System.arraycopy(noise(30, 2), 0, longer, 0, longer.length);
        System.arraycopy(film, 0, longer, 72 * 5, film.length);
        var look = Fingerprint.ofFrames(film);
        assertThat(look.shareFoundIn(look)).isEqualTo(1);
        assertThat(look.shareFoundIn(Fingerprint.ofFrames(longer))).isEqualTo(1);
        assertThat(look.shareFoundIn(Fingerprint.ofFrames(noise(30, 3)))).isZero();
    }

    @Test
    void plainPicturesTellNothingAndMatchNothing() {
        var plain = Fingerprint.ofFrames(new byte[72 * 5]);
        assertThat(plain.telling()).isZero();
        assertThat(plain.shareFoundIn(plain)).isZero();
    }

    @Test
    void theBytesComeBackAndTheSummaryIsNeverNegative() {
        var look = Fingerprint.ofFrames(noise(7, 4));
        assertThat(Fingerprint.ofBytes(look.bytes()).bytes()).isEqualTo(look.bytes());
        assertThat(look.summary()).isPositive();
    }

    private static byte[] noise(int seconds, int seed) {
        var frames = new byte[72 * seconds];
        new Random(seed).nextBytes(frames);
        return frames;
    }
}
