package org.kanmai.ranking.learning;

import java.time.Duration;
import java.time.Instant;
import org.kanmai.facts.Watched;
import org.kanmai.ranking.LayoutReader;
import org.kanmai.ranking.LayoutWriter;
import org.kanmai.ranking.features.Head;
import org.kanmai.ranking.features.ItemIds;
import org.kanmai.ranking.features.ViewerIds;

/**
 * One item of a page, from when it was served until nothing more is expected of it. All times are whole seconds since 1970.
 *
 * <p>The order of facts, and their repetition, change nothing but what is told when.
 */
final class Waiting {
    /** So long after it came into view what did not happen is told as such, but for what takes the whole of a work. */
    static final long SOON = 20;

    /** So long after it came into view the rest is told at the latest. */
    static final long LATE = Duration.ofMinutes(10).toSeconds();

    private static final long MILLIS = 1_000;

    private static final int HELD_MILLIS = 3_000;
    private static final double WATCH_MILLIS = 60_000;
    private static final Head[] VERBS = {
        Head.LIKE, Head.COMMENT, Head.SHARE, Head.FOLLOW, Head.OPEN, Head.ORDER, Head.DISLIKE
    };

    private final ViewerIds viewer;
    private final ItemIds item;
    private final long served;
    private final Labels known;
    private final Labels told;
    private long exposed;
    private int sequence;
    private int watchedMillis;
    private int durationMillis;
    private boolean completed;
    private boolean ended;
    private long heardMillis;

    Waiting(ViewerIds viewer, ItemIds item, long served) {
        this(viewer, item, served, Labels.unknown(), Labels.unknown());
    }

    private Waiting(ViewerIds viewer, ItemIds item, long served, Labels known, Labels told) {
        this.viewer = viewer;
        this.item = item;
        this.served = served;
        this.known = known;
        this.told = told;
    }

    ViewerIds viewer() {
        return viewer;
    }

    ItemIds item() {
        return item;
    }

    /** Returns all that was told so far. */
    Labels told() {
        return told;
    }

    long served() {
        return served;
    }

    /** Returns when it came into view, or 0. */
    long exposed() {
        return exposed;
    }

    /** Notes that its viewer did something now. */
    void heard(Instant at) {
        heardMillis = Math.max(heardMillis, at.toEpochMilli());
    }

    long heardMillis() {
        return heardMillis;
    }

    void exposed(long second) {
        if (exposed == 0) {
            exposed = second;
        }
    }

    /** Takes a report; returns whether it is the first that tells how long the work is, so that it is due at another time. */
    boolean watched(Watched watched) {
        if (watched.sequence() <= sequence) {
            return false;
        }
        boolean first = sequence == 0;
        sequence = watched.sequence();
        watchedMillis = watched.watchedMillis();
        durationMillis = watched.durationMillis();
        completed |= watched.completed();
        ended = watched.ended();
        if (watchedMillis >= HELD_MILLIS) {
            known.set(Head.HOLD, 1);
        }
        return first;
    }

    /** Returns when to look at it again: soon after it came into view, and once the whole of it could have been watched. */
    long[] due() {
        return new long[] {exposed + SOON, lateAt()};
    }

    /** Who completed a work is told of no earlier than who did not: else there would be too many of the former for a while. */
    private long lateAt() {
        return exposed + Math.min(LATE, SOON + durationMillis / MILLIS);
    }

    void did(Head head, boolean done) {
        known.set(head, done ? 1 : 0);
    }

    /** Returns what is known by a time and was not told before; all of it is unknown while there is nothing to tell. */
    Labelled tell(long now) {
        if (exposed == 0 || !(ended || now >= exposed + SOON)) {
            return new Labelled(viewer, item, Labels.unknown(), heardMillis);
        }
        known.setIfUnknown(Head.HOLD, 0);
        for (var verb : VERBS) {
            known.setIfUnknown(verb, 0);
        }
        if (ended || now >= lateAt()) {
            known.set(Head.COMPLETION, completed ? 1 : 0);
            known.setIfUnknown(Head.WATCH_TIME, watchedMillis / WATCH_MILLIS);
        }
        return new Labelled(viewer, item, known.untold(told), heardMillis);
    }

    /** Writes all but the viewer's ids, which a page's items share. */
    void write(LayoutWriter out) {
        item.write(out);
        out.number(served)
                .number(exposed)
                .number(sequence)
                .number(watchedMillis)
                .number(durationMillis)
                .number(completed ? 1 : 0)
                .number(ended ? 1 : 0)
                .number(heardMillis);
        known.write(out);
        told.write(out);
    }

    static Waiting read(LayoutReader in, ViewerIds viewer) {
        var item = ItemIds.read(in);
        long served = in.number();
        long exposed = in.number();
        int sequence = (int) in.number();
        int watchedMillis = (int) in.number();
        int durationMillis = (int) in.number();
        boolean completed = in.number() == 1;
        boolean ended = in.number() == 1;
        long heardMillis = in.number();
        var waiting = new Waiting(viewer, item, served, Labels.read(in), Labels.read(in));
        waiting.exposed = exposed;
        waiting.sequence = sequence;
        waiting.watchedMillis = watchedMillis;
        waiting.durationMillis = durationMillis;
        waiting.completed = completed;
        waiting.ended = ended;
        waiting.heardMillis = heardMillis;
        return waiting;
    }
}
