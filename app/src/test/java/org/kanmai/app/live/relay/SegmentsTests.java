package org.kanmai.app.live.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.live.fragments.Beginning;
import org.kanmai.app.live.fragments.Fragment;
import org.kanmai.facts.Binary;

/** A window of segments that begin with keyframes; what is stale is gone, and another push is a discontinuity. */
@Tag("LC-01")
class SegmentsTests {
    private final Segments segments = new Segments(100);

    private void begin(int mark) {
        segments.begin(new Beginning("video/mp4", Binary.of(new byte[] {(byte) mark})));
    }

    /** A keyframe every 800 milliseconds, which is too short for a segment of its own. */
    private void add(int fragments) {
        for (int at = 0; at < fragments; at++) {
            segments.add(new Fragment(at + 1, at % 2 == 0, at * 400L, Binary.of(new byte[] {(byte) at})));
        }
    }

    @Test
    void segmentsGoFromKeyframeToKeyframeAndTheWindowIsBounded() {
        assertThat(segments.playlist()).isEmpty();
        begin(1);
        add(5);
        assertThat(segments.playlist().orElseThrow())
                .contains(
                        "#EXT-X-MEDIA-SEQUENCE:100\n",
                        "#EXT-X-MAP:URI=\"picture/100.mp4\"",
                        "#EXTINF:1.600,\npicture/100.m4s")
                .doesNotContain("picture/101.m4s");
        assertThat(segments.segment(100).orElseThrow()).isEqualTo(Binary.of(new byte[] {0, 1, 2, 3}));
        assertThat(segments.start(100).orElseThrow()).isEqualTo(Binary.of(new byte[] {1}));

        var more = new Segments(7);
        more.begin(new Beginning("video/mp4", Binary.EMPTY));
        for (int at = 0; at < 40; at++) {
            more.add(new Fragment(at, true, at * 1_000L, Binary.EMPTY));
        }
        assertThat(more.playlist().orElseThrow())
                .as("of ten seconds those miss none who ask every two")
                .contains("#EXT-X-TARGETDURATION:2\n", "#EXT-X-MEDIA-SEQUENCE:36\n", "picture/45.m4s");
        assertThat(more.segment(35)).isEmpty();
    }

    @Test
    void anotherPushIsADiscontinuityWithItsOwnBeginning() {
        begin(1);
        add(5);
        begin(2);
        add(5);
        assertThat(segments.playlist().orElseThrow())
                .contains(
                        "#EXTINF:0.400,\npicture/101.m4s\n#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI=\"picture/102.mp4\"\n");
        assertThat(segments.start(102).orElseThrow()).isEqualTo(Binary.of(new byte[] {2}));
        for (int push = 3; push < 8; push++) {
            begin(push);
            add(5);
        }
        assertThat(segments.start(100)).isEmpty();
        assertThat(segments.playlist().orElseThrow()).contains("#EXT-X-DISCONTINUITY-SEQUENCE:1\n");
    }

    @Test
    void whatComesBeforeTheFirstKeyframeIsDropped() {
        begin(1);
        segments.add(new Fragment(1, false, 0, Binary.EMPTY));
        add(5);
        assertThat(segments.segment(100).orElseThrow()).isEqualTo(Binary.of(new byte[] {0, 1, 2, 3}));
    }
}
