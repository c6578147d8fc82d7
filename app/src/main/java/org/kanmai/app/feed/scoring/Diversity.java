package org.kanmai.app.feed.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.feed.scoring.Entry.Term;

/**
 * Takes from a work's score what it has in common with those that stand before it (TD-40, TD-41): maximal marginal relevance
 * (Carbonell and Goldstein 1998) over the best, whose similarity is the share of tags in common; a near copy of another comes
 * after all that are none.
 */
public final class Diversity {
    private static final int BEST = 60;
    private static final int PLACED = 24;
    private static final int NEAR = 4;
    private static final double COPY = 2;
    private static final Comparator<Entry> BEST_FIRST =
            Comparator.comparingDouble(Entry::score).reversed().thenComparingLong(Entry::id);

    private final List<Entry> left;
    private final List<Double> penalties = new ArrayList<>();
    private final List<Entry> placed = new ArrayList<>();
    private final double weight;

    private Diversity(List<Entry> best, double weight) {
        this.left = new ArrayList<>(best);
        this.weight = weight;
        best.forEach(entry -> penalties.add(0.0));
    }

    /** Returns the entries, the best in the order of what is left of their scores; the penalty is a term of its own. */
    public static List<Entry> of(List<Entry> entries, double weight) {
        if (weight == 0 || entries.size() < 2) {
            return entries;
        }
        var ordered = new ArrayList<>(entries);
        ordered.sort(BEST_FIRST);
        var diversity = new Diversity(ordered.subList(0, Math.min(BEST, ordered.size())), weight);
        var placed = diversity.place();
        placed.addAll(ordered.subList(placed.size(), ordered.size()));
        return placed;
    }

    /** So many are placed one by one; the rest keep what was taken from them by then. */
    private List<Entry> place() {
        while (!left.isEmpty() && placed.size() < PLACED) {
            int best = best();
            var entry = penalised(left.remove(best), penalties.remove(best));
            placed.add(entry);
            for (int at = 0; at < left.size(); at++) {
                penalties.set(
                        at,
                        Math.max(
                                penalties.get(at),
                                penalty(entry.candidate(), left.get(at).candidate())));
            }
        }
        var rest = new ArrayList<Entry>();
        for (int at = 0; at < left.size(); at++) {
            rest.add(penalised(left.get(at), penalties.get(at)));
        }
        rest.sort(BEST_FIRST);
        placed.addAll(rest);
        return placed;
    }

    private int best() {
        int best = 0;
        for (int at = 1; at < left.size(); at++) {
            if (left.get(at).score() - penalties.get(at) > left.get(best).score() - penalties.get(best)) {
                best = at;
            }
        }
        return best;
    }

    private static Entry penalised(Entry entry, double penalty) {
        if (penalty == 0) {
            return entry;
        }
        var terms = new ArrayList<>(entry.terms());
        terms.add(new Term("diversity", -penalty, ""));
        return entry.with(terms);
    }

    private double penalty(Candidate one, Candidate other) {
        return isNearCopy(one, other) ? COPY : weight * common(one.tags(), other.tags());
    }

    /** Black and blank pictures have a fingerprint that says nothing. */
    private static boolean isNearCopy(Candidate one, Candidate other) {
        return one.fingerprint() != 0
                && other.fingerprint() != 0
                && Long.bitCount(one.fingerprint() ^ other.fingerprint()) <= NEAR;
    }

    /** Returns the share of tags that both have, in all that either has (Jaccard); tags are few. */
    private static double common(List<String> one, List<String> other) {
        int both = 0;
        for (String tag : one) {
            both += other.contains(tag) ? 1 : 0;
        }
        return both == 0 ? 0 : both / (double) (one.size() + other.size() - both);
    }
}
