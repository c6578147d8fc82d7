package org.kanmai.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kanmai.facts.Fact;
import org.kanmai.facts.WorkId;

/**
 * What people did with one work: in total, in each of the last 24 hours, and apart from the rates.
 *
 * <p>The order of facts changes nothing, and a repeated fact changes nothing: who writes keeps one number for
 * each exposure and for each verb, as {@link WorkObservation#step} tells. A play counts in the hour of its exposure and
 * only once that is known; a verb counts in its own hour. Watching again, and verbs that no exposure led to, are kept
 * apart.
 *
 * @param rated all that rates are made of
 * @param apart the rest, for numbers that are shown
 * @param hours {@code rated} by whole hours since 1970; none is older than 23 hours before the newest
 */
public record WorkCounters(Tally rated, Tally apart, SortedMap<Integer, Tally> hours) {
    /** For how long a fact must be remembered: tokens live for 24 hours. */
    public static final Duration REMEMBERED = Duration.ofHours(25);

    /** The counters of a work of which nothing is known. */
    public static final WorkCounters NONE = new WorkCounters(Tally.NONE, Tally.NONE, new TreeMap<>());

    private static final int LAYOUT = 1;
    private static final int HOURS = 24;

    public WorkCounters {
        hours = Collections.unmodifiableSortedMap(new TreeMap<>(hours));
    }

    /** Returns the Redis key of a work's counters. */
    public static String key(WorkId work) {
        return "work:" + work + ":counters";
    }

    /** Returns what a fact says of its work; its step says what that changes. */
    public static WorkObservation observe(Fact.OfSubject fact) {
        return WorkObservation.of(fact);
    }

    /** Returns the counters after a change. */
    public WorkCounters plus(WorkChange change) {
        if (change.apart()) {
            return new WorkCounters(rated, apart.plus(change), hours);
        }
        var next = new TreeMap<>(hours);
        next.put(change.hour(), next.getOrDefault(change.hour(), Tally.NONE).plus(change));
        next.headMap(next.lastKey() - (HOURS - 1)).clear();
        return new WorkCounters(rated.plus(change), apart, next);
    }

    /** Returns what was counted in the hour of a time and the hours before it, 1-24 in all. */
    public Tally recent(Instant now, int count) {
        int last = hour(now);
        Tally sum = Tally.NONE;
        for (Tally tally : hours.subMap(last - count + 1, last + 1).values()) {
            sum = sum.plus(tally);
        }
        return sum;
    }

    /** Returns a number to show: the rated and the rest. */
    public long all(Measure measure) {
        return rated.plus(apart).of(measure);
    }

    /** Returns the binary form. */
    public byte[] bytes() {
        var out = new LayoutWriter(LAYOUT).number(Measure.values().length);
        rated.write(out);
        apart.write(out);
        out.number(hours.size());
        hours.forEach((hour, tally) -> tally.write(out.number(hour)));
        return out.bytes();
    }

    /** Reads the totals of the binary form and leaves the hours: a page asks this of hundreds of works. */
    public static WorkCounters parseTotals(byte[] bytes) {
        var in = new LayoutReader(bytes);
        in.layout(LAYOUT);
        int measures = in.size(Measure.values().length);
        return new WorkCounters(Tally.read(in, measures), Tally.read(in, measures), NONE.hours);
    }

    /** Reads the binary form; throws {@link IllegalArgumentException} for anything else. */
    public static WorkCounters parse(byte[] bytes) {
        var in = new LayoutReader(bytes);
        in.layout(LAYOUT);
        int measures = in.size(Measure.values().length);
        Tally rated = Tally.read(in, measures);
        Tally apart = Tally.read(in, measures);
        var hours = new TreeMap<Integer, Tally>();
        for (int left = in.size(HOURS); left > 0; left--) {
            hours.put((int) in.number(), Tally.read(in, measures));
        }
        return new WorkCounters(rated, apart, hours);
    }

    static int hour(Instant at) {
        return (int) Math.floorDiv(at.getEpochSecond(), 3_600L);
    }
}
