package org.kanmai.app.feed.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.kanmai.facts.WorkId;

/** Chooses those that a costly score is asked for: all that are owed a position, and of the others the best by the policy's own terms. */
public final class Shortlist {
    private static final Comparator<Scored> BEST_FIRST =
            Comparator.comparingDouble(Scored::score).reversed().thenComparingLong(Scored::id);

    private Shortlist() {}

    /** A work and its score, which is summed once. */
    private record Scored(long id, double score) {}

    /** Returns the chosen, at most so many but for what is owed, in the order in which they came. */
    public static List<Entry> of(List<Entry> entries, int most, Situation situation) {
        if (entries.size() <= most) {
            return entries;
        }
        var chosen = new HashSet<Long>();
        var others = new ArrayList<Scored>();
        for (var entry : Scorers.all(situation.policy().ranking()).score(entries, situation)) {
            if (isOwed(entry, situation)) {
                chosen.add(entry.id());
            } else {
                others.add(new Scored(entry.id(), entry.score()));
            }
        }
        others.sort(BEST_FIRST);
        others.stream().limit(Math.max(0, most - chosen.size())).forEach(each -> chosen.add(each.id()));
        return entries.stream().filter(entry -> chosen.contains(entry.id())).toList();
    }

    private static boolean isOwed(Entry entry, Situation situation) {
        return situation.owed().containsKey(new WorkId(entry.id()));
    }
}
