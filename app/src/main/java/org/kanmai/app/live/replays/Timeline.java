package org.kanmai.app.live.replays;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.kanmai.app.live.fragments.Recorded;

/**
 * The recordings of a room one after the other: which moment of it is which moment of the replay.
 *
 * <p>Where there was no picture the replay goes on with the next one.
 */
record Timeline(List<Part> parts) {
    private static final int TARGET_SECONDS = 4;

    Timeline {
        parts = List.copyOf(parts);
    }

    /**
     * A recording in the replay.
     *
     * @param number of its file
     * @param fromMillis when it begins in the replay
     */
    record Part(int number, Instant begunAt, long fromMillis, Recorded recorded) {
        long untilMillis() {
            return fromMillis + recorded.millis();
        }
    }

    long millis() {
        return parts.isEmpty() ? 0 : parts.getLast().untilMillis();
    }

    /** Returns when something that happened at an instant is shown. */
    long at(Instant instant) {
        long at = 0;
        for (var part : parts) {
            long since = Duration.between(part.begunAt, instant).toMillis();
            if (since < 0) {
                return at;
            }
            at = part.fromMillis + Math.min(since, part.recorded.millis());
        }
        return at;
    }

    /** Returns which instant is shown at a moment of the replay. */
    Instant instant(long millis) {
        for (var part : parts) {
            if (millis < part.untilMillis()) {
                return part.begunAt.plusMillis(Math.max(0, millis - part.fromMillis));
            }
        }
        return parts.getLast().begunAt.plusMillis(parts.getLast().recorded.millis());
    }

    /** Returns the playlist: pieces of the files themselves, by ranges of bytes (RFC 8216, 4.3.2.2). */
    String playlist() {
        long longest = parts.stream()
                .flatMap(part -> part.recorded.pieces().stream())
                .mapToLong(Recorded.Piece::millis)
                .max()
                .orElse(0);
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-INDEPENDENT-SEGMENTS")
                .append("\n#EXT-X-TARGETDURATION:" + Math.max(TARGET_SECONDS, (longest + 500) / 1_000));
        for (var part : parts) {
            var file = "replay/" + part.number + ".mp4";
            text.append(part.fromMillis == 0 ? "" : "\n#EXT-X-DISCONTINUITY")
                    .append("\n#EXT-X-MAP:URI=\"" + file + "\",BYTERANGE=\"" + part.recorded.startBytes() + "@0\"");
            for (var piece : part.recorded.pieces()) {
                text.append("\n#EXTINF:" + String.format(Locale.ROOT, "%.3f", piece.millis() / 1e3) + ",")
                        .append("\n#EXT-X-BYTERANGE:" + piece.bytes() + "@" + piece.offset() + "\n" + file);
            }
        }
        return text.append("\n#EXT-X-ENDLIST\n").toString();
    }
}
