package org.kanmai.ranking;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.Watched;
import org.kanmai.facts.WorkId;

/**
 * The last 50 works that a viewer watched, the newest first, each once; neither order nor repetition of facts matters.
 */
public record RecentWatches(List<Entry> entries) {
    /** How many works are kept. */
    public static final int WORKS = 50;

    /** For how long they are kept after the viewer's last act. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** The watches of a viewer of whom nothing is known. */
    public static final RecentWatches NONE = new RecentWatches(List.of());

    private static final int LAYOUT = 1;
    private static final Comparator<Entry> NEWEST_FIRST = comparing(Entry::at)
            .thenComparingInt(Entry::percent)
            .thenComparingLong(entry -> entry.work().value())
            .reversed();

    public RecentWatches {
        entries = List.copyOf(entries);
    }

    /**
     * One watched work.
     *
     * @param at of the latest report, to the second
     * @param percent of the work's length that ran, loops included, at most 255
     */
    public record Entry(WorkId work, Instant at, int percent) {}

    /** Returns the Redis key of a viewer's watches. */
    public static String key(Pseudonym viewer) {
        return "viewer:" + viewer + ":watches";
    }

    /** Returns the watches after a fact; only works count. */
    public RecentWatches after(Watched watched) {
        if (watched.subject().kind() != SubjectKind.WORK) {
            return this;
        }
        var fresh = entry(watched);
        int known = indexOf(fresh.work());
        if (known >= 0 && NEWEST_FIRST.compare(entries.get(known), fresh) <= 0) {
            return this;
        }
        var next = new ArrayList<>(entries);
        if (known >= 0) {
            next.remove(known);
        }
        next.add(-Collections.binarySearch(next, fresh, NEWEST_FIRST) - 1, fresh);
        return new RecentWatches(next.subList(0, Math.min(WORKS, next.size())));
    }

    private int indexOf(WorkId work) {
        for (int at = 0; at < entries.size(); at++) {
            if (entries.get(at).work().value() == work.value()) {
                return at;
            }
        }
        return -1;
    }

    private static Entry entry(Watched watched) {
        long percent = 100L * watched.playedMillis() / Math.max(1, watched.durationMillis());
        Instant at = Instant.ofEpochSecond(watched.at().getEpochSecond());
        return new Entry(new WorkId(watched.subject().id()), at, Math.clamp(percent, 0, 255));
    }

    /** Returns the binary form. */
    public byte[] bytes() {
        var out = new LayoutWriter(LAYOUT).number(entries.size());
        for (Entry entry : entries) {
            out.number(entry.work().value()).number(entry.at().getEpochSecond()).number(entry.percent());
        }
        return out.bytes();
    }

    /** Reads the binary form; throws {@link IllegalArgumentException} for anything else. */
    public static RecentWatches parse(byte[] bytes) {
        var in = new LayoutReader(bytes);
        in.layout(LAYOUT);
        var entries = new ArrayList<Entry>();
        for (int left = in.size(WORKS); left > 0; left--) {
            entries.add(new Entry(new WorkId(in.number()), in.second(), (int) in.number()));
        }
        return new RecentWatches(entries);
    }
}
