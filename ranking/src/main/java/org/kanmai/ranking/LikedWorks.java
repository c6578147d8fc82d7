package org.kanmai.ranking;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.Watched;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.recall.Nearness;

/**
 * The works that a viewer liked or watched for at least half their length, the newest first, each once.
 *
 * <p>A new one is near to the {@value #PAIRED} before it. Each is remembered for longer than that, and so is one that the viewer
 * took back, so that neither a repeated fact nor a like taken back and given again says anything twice.
 */
public record LikedWorks(List<Entry> entries) {
    /** With how many works before it a new one is paired, and how many are told to a request. */
    public static final int PAIRED = 20;

    /** How many works are remembered. */
    public static final int REMEMBERED = 200;

    /** For how long they are kept after the viewer's last act. */
    public static final Duration KEPT = Duration.ofDays(30);

    /** What a viewer likes of whom nothing is known. */
    public static final LikedWorks NONE = new LikedWorks(List.of());

    private static final int LAYOUT = 1;
    private static final int HALF = 2;
    private static final Comparator<Entry> NEWEST_FIRST = comparing(Entry::at)
            .thenComparingLong(entry -> entry.work().value())
            .reversed();

    public LikedWorks {
        entries = List.copyOf(entries);
    }

    /**
     * One work.
     *
     * @param at of what was said last, to the second
     * @param stands whether it was not taken back since
     */
    public record Entry(WorkId work, Instant at, boolean stands) {}

    /**
     * The works after a fact, and what it says of others.
     *
     * @param near works that the viewer likes as well as the fact's; most often none
     * @param share what each of them counts
     */
    public record Step(LikedWorks liked, List<WorkId> near, double share) {}

    /** Returns the Redis key of what a viewer likes. */
    public static String key(Pseudonym viewer) {
        return "viewer:" + viewer + ":liked";
    }

    /** Returns the works after a fact; what a viewer asked to see again, opened by its address, or was paid for says nothing. */
    public Step after(Fact.OfSubject fact) {
        var said = said(fact);
        if (said == null) {
            return unchanged();
        }
        int known = indexOf(said.work());
        if (known >= 0) {
            return revised(known, said, fact);
        }
        if (!said.stands()) {
            return unchanged();
        }
        var near = newest(PAIRED);
        return new Step(with(said), near, Nearness.together(standing()));
    }

    private Step unchanged() {
        return new Step(this, List.of(), 0);
    }

    /** Of a known work only a verb says something new, and only one that is later than the last. */
    private Step revised(int known, Entry said, Fact.OfSubject fact) {
        var before = entries.get(known);
        if (fact instanceof Watched || !said.at().isAfter(before.at()) || said.stands() == before.stands()) {
            return unchanged();
        }
        var next = new ArrayList<>(entries);
        next.set(known, new Entry(before.work(), said.stands() ? before.at() : said.at(), said.stands()));
        next.sort(NEWEST_FIRST);
        return new Step(new LikedWorks(next), List.of(), 0);
    }

    private LikedWorks with(Entry fresh) {
        var next = new ArrayList<>(entries);
        next.add(fresh);
        next.sort(NEWEST_FIRST);
        return new LikedWorks(next.subList(0, Math.min(REMEMBERED, next.size())));
    }

    /** Returns what a fact says by itself of whether its viewer likes its work; most often nothing. */
    public static Optional<Entry> of(Fact.OfSubject fact) {
        return Optional.ofNullable(said(fact));
    }

    private static @Nullable Entry said(Fact.OfSubject fact) {
        if (fact.subject().kind() != SubjectKind.WORK || WorkObservation.isApart(fact)) {
            return null;
        }
        return switch (fact) {
            case Watched watched -> isWatchedWell(watched) ? entry(fact, true) : null;
            case Engaged engaged -> said(engaged);
            default -> null;
        };
    }

    private static @Nullable Entry said(Engaged engaged) {
        return switch (engaged.engagement()) {
            case LIKED, FAVOURITED, INTERESTED -> entry(engaged, true);
            case UNLIKED, UNFAVOURITED, NOT_INTERESTED, REPORTED -> entry(engaged, false);
            default -> null;
        };
    }

    private static boolean isWatchedWell(Watched watched) {
        return watched.completed()
                || (watched.durationMillis() > 0 && (long) HALF * watched.playedMillis() >= watched.durationMillis());
    }

    private static Entry entry(Fact.OfSubject fact, boolean stands) {
        var at = Instant.ofEpochSecond(fact.at().getEpochSecond());
        return new Entry(new WorkId(fact.subject().id()), at, stands);
    }

    private int indexOf(WorkId work) {
        for (int at = 0; at < entries.size(); at++) {
            if (entries.get(at).work().value() == work.value()) {
                return at;
            }
        }
        return -1;
    }

    private int standing() {
        return (int) entries.stream().filter(Entry::stands).count();
    }

    /** Returns the newest works that were not taken back. */
    public List<WorkId> newest(int most) {
        return entries.stream()
                .filter(Entry::stands)
                .limit(most)
                .map(Entry::work)
                .toList();
    }

    /** Returns what a request needs to know. */
    public LikedWorks told() {
        return new LikedWorks(
                entries.stream().filter(Entry::stands).limit(PAIRED).toList());
    }

    /** Returns the binary form. */
    public byte[] bytes() {
        var out = new LayoutWriter(LAYOUT).number(entries.size());
        for (Entry entry : entries) {
            out.number(entry.work().value()).number(entry.at().getEpochSecond()).number(entry.stands() ? 1 : 0);
        }
        return out.bytes();
    }

    /** Reads the binary form; throws {@link IllegalArgumentException} for anything else. */
    public static LikedWorks parse(byte[] bytes) {
        var in = new LayoutReader(bytes);
        in.layout(LAYOUT);
        var entries = new ArrayList<Entry>();
        for (int left = in.size(REMEMBERED); left > 0; left--) {
            entries.add(new Entry(new WorkId(in.number()), in.second(), in.number() == 1));
        }
        return new LikedWorks(entries);
    }
}
