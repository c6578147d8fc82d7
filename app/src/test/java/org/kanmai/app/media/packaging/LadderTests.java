package org.kanmai.app.media.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("TD-01")
class LadderTests {

    @Test
    void aLargeFilmGetsThreeSizesByItsShortSide() {
        assertThat(sizes(2160, 3840)).containsExactly("720p 720x1280", "540p 540x960", "360p 360x640");
        assertThat(sizes(1920, 1080)).containsExactly("720p 1280x720", "540p 960x540", "360p 640x360");
    }

    @Test
    void nothingIsMadeLargerThanTheFilm() {
        assertThat(sizes(540, 960)).containsExactly("540p 540x960", "360p 360x640");
        assertThat(sizes(854, 480)).containsExactly("480p 854x480", "360p 640x360");
        assertThat(sizes(400, 400)).containsExactly("400p 400x400");
        assertThat(sizes(100, 80)).containsExactly("80p 100x80");
    }

    @Test
    void sidesAreEvenAndPanoramasAreBounded() {
        assertThat(sizes(331, 203)).containsExactly("202p 332x204");
        var panorama =
                Ladder.of(Films.of(7680, 720, "30/1", Duration.ofSeconds(9))).getFirst();
        assertThat(panorama.width()).isEqualTo(1728);
        assertThat(panorama.height()).isEqualTo(162);
    }

    @Test
    void bitsFollowTheSizeAndNeverExceedWhatTheFilmHad() {
        var rich = Ladder.of(Films.of(1080, 1920, "30/1", Duration.ofSeconds(9)));
        assertThat(rich.getFirst().bitsPerSecond()).isBetween(1_700_000, 1_900_000);
        assertThat(rich.getLast().bitsPerSecond()).isBetween(400_000, 500_000);
        var poor = new Film(0, null, 1080, 1920, FrameRate.USUAL, Duration.ofSeconds(9), false, false, 500_000);
        assertThat(Ladder.of(poor).getFirst().bitsPerSecond()).isLessThan(1_000_000);
    }

    private static List<String> sizes(int width, int height) {
        return Ladder.of(Films.of(width, height, "30/1", Duration.ofSeconds(9))).stream()
                .map(rendition -> "%s %dx%d".formatted(rendition.name(), rendition.width(), rendition.height()))
                .toList();
    }
}
