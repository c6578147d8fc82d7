package org.kanmai.app.content.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("TD-59")
class BandTests {

    @Test
    void aWorkOfFifteenSecondsIsAFlashAndOneMillisecondMoreIsShort() {
        assertThat(Length.of(1)).isEqualTo(Length.FLASH);
        assertThat(Length.of(15_000)).isEqualTo(Length.FLASH);
        assertThat(Length.of(15_001)).isEqualTo(Length.SHORT);
        assertThat(Length.of(60_000)).isEqualTo(Length.SHORT);
        assertThat(Length.of(60_001)).isEqualTo(Length.MEDIUM);
        assertThat(Length.of(180_000)).isEqualTo(Length.MEDIUM);
        assertThat(Length.of(180_001)).isEqualTo(Length.LONG);
    }

    @Test
    void aPictureIsSquareWhileNeitherSideIsATenthLonger() {
        assertThat(Shape.of(720, 1280)).isEqualTo(Shape.UPRIGHT);
        assertThat(Shape.of(1280, 720)).isEqualTo(Shape.WIDE);
        assertThat(Shape.of(1000, 1100)).isEqualTo(Shape.SQUARE);
        assertThat(Shape.of(1000, 1101)).isEqualTo(Shape.UPRIGHT);
        assertThat(Shape.of(1101, 1000)).isEqualTo(Shape.WIDE);
    }
}
