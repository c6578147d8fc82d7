package org.kanmai.app.live.relay;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.fragments.Beginning;
import org.kanmai.app.live.fragments.Fragment;
import org.kanmai.facts.Binary;

/**
 * The last seconds of a room's picture as a playlist (RFC 8216): fragments from keyframe to keyframe are a segment, and there are never
 * more than a bound of them. A push that follows on another is a discontinuity with a beginning of its own.
 */
public final class Segments {
    /** At least three times the target, or who asks at its pace misses some (RFC 8216, 6.2.2). */
    private static final int MOST = 10;

    private static final int MOST_BYTES = 16 << 20;
    private static final int SHORTEST_MILLIS = 1_000;
    private static final int LAST_MILLIS = 400;
    /** How often the playlist is asked for: as long as a segment usually is at most. */
    private static final int TARGET_SECONDS = 2;

    private final ArrayDeque<Segment> window = new ArrayDeque<>();
    private final List<Fragment> group = new ArrayList<>();
    private long next;
    private long discontinuities;
    private @Nullable Start start;
    private int groupBytes;

    /** Takes the number of the first segment; a later process has to begin with a higher one. */
    public Segments(long first) {
        this.next = first;
    }

    /** Which beginning, by the number of the first segment that needs it. */
    private record Start(long number, Binary content) {}

    private record Segment(long number, Start start, double seconds, Binary content) {}

    /** A stream begins, or another one. */
    public synchronized void begin(Beginning beginning) {
        if (!group.isEmpty()) {
            close(group.getLast().atMillis() + LAST_MILLIS);
        }
        start = new Start(next, beginning.content());
    }

    /** Takes what comes; before the first keyframe nothing can be shown. */
    public synchronized void add(Fragment fragment) {
        if (fragment.keyframe() && !group.isEmpty() && fragment.atMillis() - begun() >= SHORTEST_MILLIS) {
            close(fragment.atMillis());
        }
        groupBytes += fragment.content().bytes().length;
        if (groupBytes > MOST_BYTES) {
            forget();
        } else if (fragment.keyframe() || !group.isEmpty()) {
            group.add(fragment);
        }
    }

    private long begun() {
        return group.getFirst().atMillis();
    }

    private void forget() {
        group.clear();
        groupBytes = 0;
    }

    private void close(long atMillis) {
        var begins = start;
        if (begins != null) {
            var content = new ByteArrayOutputStream(groupBytes);
            group.forEach(fragment -> content.writeBytes(fragment.content().bytes()));
            double seconds = Math.max(1, atMillis - begun()) / 1e3;
            window.add(new Segment(next++, begins, seconds, Binary.of(content.toByteArray())));
        }
        forget();
        if (window.size() > MOST) {
            var gone = window.remove();
            discontinuities += gone.start.equals(window.element().start) ? 0 : 1;
        }
    }

    /** Returns the playlist, whose addresses go on from that of the room's picture; empty while there is no segment. */
    public synchronized Optional<String> playlist() {
        if (window.isEmpty()) {
            return Optional.empty();
        }
        double longest = window.stream().mapToDouble(Segment::seconds).max().orElseThrow();
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n")
                .append("#EXT-X-TARGETDURATION:" + Math.max(TARGET_SECONDS, Math.round(longest)))
                .append("\n#EXT-X-MEDIA-SEQUENCE:" + window.element().number)
                .append("\n#EXT-X-DISCONTINUITY-SEQUENCE:" + discontinuities);
        Start before = null;
        for (var segment : window) {
            if (!segment.start.equals(before)) {
                text.append(before == null ? "" : "\n#EXT-X-DISCONTINUITY")
                        .append("\n#EXT-X-MAP:URI=\"picture/" + segment.start.number + ".mp4\"");
            }
            text.append("\n#EXTINF:" + seconds(segment.seconds) + ",\npicture/" + segment.number + ".m4s");
            before = segment.start;
        }
        return Optional.of(text.append('\n').toString());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    /** Returns the beginning that a playlist names. */
    public synchronized Optional<Binary> start(long number) {
        return window.stream()
                .map(Segment::start)
                .filter(one -> one.number == number)
                .map(Start::content)
                .findFirst();
    }

    /** Returns a segment that a playlist names, or named a moment ago. */
    public synchronized Optional<Binary> segment(long number) {
        return window.stream()
                .filter(one -> one.number == number)
                .map(Segment::content)
                .findFirst();
    }
}
