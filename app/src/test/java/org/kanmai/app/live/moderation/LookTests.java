package org.kanmai.app.live.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a look tells of a picture: black, of one colour, or as it was. */
@Tag("LC-16")
class LookTests {
    private static BufferedImage picture(Color colour, int noise) {
        var random = new Random(7);
        var picture = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < 320 * 180; at++) {
            int shift = noise == 0 ? 0 : random.nextInt(noise);
            var dot = new Color(
                    Math.min(255, colour.getRed() + shift),
                    Math.min(255, colour.getGreen() + shift),
                    Math.min(255, colour.getBlue() + shift));
            picture.setRGB(at % 320, at / 320, dot.getRGB());
        }
        return picture;
    }

    private static BufferedImage withBox(int at) {
        var picture = picture(Color.GRAY, 0);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(at, 40, 80, 80);
        pen.dispose();
        return picture;
    }

    @Test
    void noiseDoesNotHideThatNothingIsShown() {
        assertThat(Look.of(picture(Color.BLACK, 20)).isBlack()).isTrue();
        assertThat(Look.of(picture(Color.PINK, 20)).isFlat()).isTrue();
        assertThat(Look.of(picture(Color.PINK, 20)).isBlack()).isFalse();
        assertThat(Look.of(withBox(10)).isFlat()).isFalse();
    }

    @Test
    void whatMovesDoesNotStandStill() {
        assertThat(Look.of(withBox(10)).isStill(Look.of(withBox(10)))).isTrue();
        assertThat(Look.of(withBox(10)).isStill(Look.of(withBox(40)))).isFalse();
    }
}
