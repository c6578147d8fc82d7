package org.kanmai.app.live.pulling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.live.fragments.Beginning;
import org.kanmai.app.live.fragments.Fragment;
import org.kanmai.app.live.relay.Watching.Piece;
import org.kanmai.app.web.Vault;
import org.kanmai.facts.Binary;
import org.kanmai.facts.RoomId;

/** A picture goes from process to process as it is, and to processes of the site only. */
@Tag("LC-01")
class PiecesTests {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final RoomId TEA = new RoomId(11);

    /** Seals by a mark of its own. */
    private record Marked(String mark) implements Vault {
        @Override
        public byte[] seal(byte[] secret) {
            return (mark + new String(secret, UTF_8)).getBytes(UTF_8);
        }

        @Override
        public byte[] open(byte[] sealed) {
            var words = new String(sealed, UTF_8);
            if (!words.startsWith(mark)) {
                throw new IllegalStateException("another key");
            }
            return words.substring(mark.length()).getBytes(UTF_8);
        }
    }

    private static Passes passes(String mark, Instant at) {
        return new Passes(new Marked(mark), Clock.fixed(at, ZoneOffset.UTC));
    }

    @Test
    void piecesComeOutAsTheyWentIn() {
        var content = Binary.of(new byte[] {1, 2, 3});
        List.of(
                        new Piece.Begins(new Beginning("video/mp4; codecs=\"avc1.64001f\"", content)),
                        new Piece.Goes(new Fragment(5, true, 1_600, content)),
                        new Piece.Goes(new Fragment(6, false, Long.MAX_VALUE, Binary.of(new byte[0]))))
                .forEach(piece -> assertThat(Pieces.read(Pieces.write(piece))).isEqualTo(piece));
    }

    @Test
    void whatIsNoPieceIsRefused() {
        for (var message : List.of(new byte[0], new byte[] {9}, new byte[] {1, 0, 0}, new byte[] {0, 127, 0, 0, 0})) {
            assertThatThrownBy(() -> Pieces.read(message)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aPassIsGoodForItsRoomForHalfAMinuteAndFromThisSiteOnly() {
        var pass = passes("ours", NOON).of(TEA);
        assertThat(passes("ours", NOON.plusSeconds(30)).isGood(TEA, pass)).isTrue();
        assertThat(passes("ours", NOON.plus(Duration.ofMillis(30_001))).isGood(TEA, pass))
                .isFalse();
        assertThat(passes("ours", NOON).isGood(new RoomId(12), pass)).isFalse();
        assertThat(passes("theirs", NOON).isGood(TEA, pass)).isFalse();
        assertThat(passes("ours", NOON).isGood(TEA, null)).isFalse();
        assertThat(passes("ours", NOON).isGood(TEA, "not base64!")).isFalse();
    }
}
