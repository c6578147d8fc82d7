package org.kanmai.app.media.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CP-12")
class SamplesTests {

    @Test
    void blackAndFrozenAreSharesOfTheFrames() {
        var film = film(8);
        fill(film, 0, 4, 16);
        var samples = new Samples(film);
        assertThat(samples.black()).isEqualTo(0.5);
        assertThat(samples.frozen()).isCloseTo(3 / 7.0, within(1e-9));
    }

    @Test
    void aDarkSceneWithALightInItIsNotBlack() {
        var film = film(4);
        fill(film, 0, 4, 16);
        Arrays.fill(film, 0, Samples.FRAME / 20, (byte) 200);
        assertThat(new Samples(film).black()).isEqualTo(0.75);
    }

    @Test
    void coversComeFromDifferentMomentsAndNeverFromTheDark() {
        var film = film(16);
        fill(film, 0, 4, 0);
        var covers = new Samples(film).covers();
        assertThat(covers).hasSizeBetween(3, 4).doesNotHaveDuplicates();
        assertThat(covers.getFirst()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aFilmThatNeverChangesHasOneCover() {
        var film = film(1);
        var still = new byte[Samples.FRAME * 12];
        for (int frame = 0; frame < 12; frame++) {
            System.arraycopy(film, 0, still, frame * Samples.FRAME, Samples.FRAME);
        }
        assertThat(new Samples(still).covers()).hasSize(1);
    }

    @Test
    void thePreviewIsTakenWhereMostHappens() {
        var film = new byte[Samples.FRAME * 40];
        System.arraycopy(film(12), 0, film, Samples.FRAME * 20, Samples.FRAME * 12);
        assertThat(new Samples(film).liveliest(Duration.ofSeconds(3)))
                .isBetween(Duration.ofMillis(4500), Duration.ofMillis(5500));
    }

    @Test
    void silenceIsWhatLiesBelowMinusFiftyDecibels() throws Exception {
        var second = new byte[Sound.SOUND_RATE * 2];
        assertThat(Sound.silent(new ByteArrayInputStream(second))).isEqualTo(1);
        for (int at = 0; at < second.length / 2; at += 2) {
            second[at + 1] = (byte) (at / 2 % 2 == 0 ? 20 : -20);
        }
        assertThat(Sound.silent(new ByteArrayInputStream(second))).isEqualTo(0.5);
        assertThat(Sound.silent(new ByteArrayInputStream(new byte[0]))).isEqualTo(1);
    }

    private static byte[] film(int frames) {
        var film = new byte[Samples.FRAME * frames];
        new Random(5).nextBytes(film);
        return film;
    }

    private static void fill(byte[] film, int from, int to, int light) {
        Arrays.fill(film, from * Samples.FRAME, to * Samples.FRAME, (byte) light);
    }
}
