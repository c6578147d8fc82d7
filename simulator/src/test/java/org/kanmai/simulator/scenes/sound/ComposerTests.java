package org.kanmai.simulator.scenes.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposerTests {

    @ParameterizedTest
    @EnumSource(Music.class)
    void musicIsAsLongAsItsFilmAndNeitherSilentNorClipped(Music music) {
        var samples = Composer.compose(music, 5);
        var shorts = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        var squares = 0.0;
        var loudest = 0;
        for (var i = 0; i < shorts.limit(); i++) {
            var sample = shorts.get(i);
            squares += (double) sample * sample;
            loudest = Math.max(loudest, Math.abs(sample));
        }
        assertThat(samples.length / 4.0 / Tape.RATE).isCloseTo(4 * music.beatSeconds(), within(0.01));
        assertThat(Math.sqrt(squares / shorts.limit())).isGreaterThan(1_500);
        assertThat(loudest).isBetween(8_000, 28_000);
    }

    @Test
    void theSameSeedGivesTheSameMusicAndAnotherSeedOther() {
        assertThat(Composer.compose(Music.FOLK, 2)).isEqualTo(Composer.compose(Music.FOLK, 2));
        assertThat(Arrays.hashCode(Composer.compose(Music.FOLK, 2)))
                .isNotEqualTo(Arrays.hashCode(Composer.compose(Music.FOLK, 3)));
    }
}
