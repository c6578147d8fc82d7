package org.kanmai.app.live.replays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.live.fragments.Recorded;
import org.kanmai.app.live.fragments.Recorded.Piece;

/** Which moment of a room is which moment of its replay, when its picture was away in between. */
@Tag("LC-11")
class TimelineTests {
    private static final Instant BEGUN = Instant.parse("2026-11-11T20:00:00Z");
    private static final Recorded TEN_SECONDS =
            new Recorded(800, List.of(new Piece(800, 5_000, 0, 4_000), new Piece(5_800, 9_000, 4_000, 6_000)), 10_000);
    private final Timeline timeline = new Timeline(List.of(
            new Timeline.Part(1, BEGUN, 0, TEN_SECONDS),
            new Timeline.Part(3, BEGUN.plusSeconds(60), 10_000, TEN_SECONDS)));

    @Test
    void whatHappenedWhileThereWasNoPictureIsShownAtTheEndOfThePictureBefore() {
        assertThat(timeline.millis()).isEqualTo(20_000);
        assertThat(timeline.at(BEGUN.minusSeconds(5))).isZero();
        assertThat(timeline.at(BEGUN.plusSeconds(4))).isEqualTo(4_000);
        assertThat(timeline.at(BEGUN.plusSeconds(30))).isEqualTo(10_000);
        assertThat(timeline.at(BEGUN.plusSeconds(63))).isEqualTo(13_000);
        assertThat(timeline.at(BEGUN.plusSeconds(500))).isEqualTo(20_000);
        assertThat(timeline.instant(4_000)).isEqualTo(BEGUN.plusSeconds(4));
        assertThat(timeline.instant(13_000)).isEqualTo(BEGUN.plusSeconds(63));
    }

    @Test
    void eachRecordingIsADiscontinuityAndItsPiecesAreRangesOfItsFile() {
        assertThat(timeline.playlist())
                .contains(
                        "#EXT-X-MAP:URI=\"replay/1.mp4\",BYTERANGE=\"800@0\"",
                        "#EXTINF:6.000,\n#EXT-X-BYTERANGE:9000@5800\nreplay/1.mp4\n#EXT-X-DISCONTINUITY",
                        "#EXT-X-TARGETDURATION:6")
                .endsWith("#EXT-X-ENDLIST\n");
    }
}
