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
    private static final Comparator<Standing> BEST_FIRST = (one, other) -> {
        int byValue = Double.compare(other.value(), one.value());
        return byValue != 0 ? byValue : Long.compare(one.id(), other.id());
    };

    private final List<Standing> left;
    private final List<Standing> placed = new ArrayList<>();
    private final double weight;

    private Diversity(List<Standing> best, double weight) {
        this.left = new ArrayList<>(best);
        this.weight = weight;
    }

    /** A work, its score, which is summed once, and what is taken from that. */
    private static final class Standing {
        private final Entry entry;
        private final double score;
        private double penalty;

        Standing(Entry entry) {
            this.entry = entry;
            this.score = entry.score();
        }

        long id() {
            return entry.id();
        }

        double value() {
            return score - penalty;
        }

        void take(double more) {
            penalty = Math.max(penalty, more);
        }

        Entry penalised() {
            if (penalty == 0) {
                return entry;
            }
            var terms = new ArrayList<>(entry.terms());
            terms.add(new Term("diversity", -penalty, ""));
            return entry.with(terms);
        }
    }

    /** Returns the entries, the best in the order of what is left of their scores; the penalty is a term of its own. */
    public static List<Entry> of(List<Entry> entries, double weight) {
        if (weight == 0 || entries.size() < 2) {
            return entries;
        }
        var ordered = new ArrayList<Standing>(entries.size());
        entries.forEach(entry -> ordered.add(new Standing(entry)));
        ordered.sort(BEST_FIRST);
        var best = ordered.subList(0, Math.min(BEST, ordered.size()));
        var placed = new Diversity(best, weight).place();
        placed.addAll(ordered.subList(best.size(), ordered.size()));
        return placed.stream().map(Standing::penalised).toList();
    }

    /** So many are placed one by one; the rest keep what was taken from them by then. */
    private List<Standing> place() {
        while (!left.isEmpty() && placed.size() < PLACED) {
            var best = left.remove(best());
            placed.add(best);
            for (var other : left) {
                other.take(penalty(best.entry.candidate(), other.entry.candidate()));
            }
        }
        left.sort(BEST_FIRST);
        placed.addAll(left);
        return placed;
    }

    private int best() {
        int best = 0;
        for (int at = 1; at < left.size(); at++) {
            if (left.get(at).value() > left.get(best).value()) {
                best = at;
            }
        }
        return best;
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
