package org.kanmai.app.feed.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kanmai.facts.WorkId;

/** Chooses those that a costly score is asked for: all that are owed a position, and of the others the best by the policy's own terms. */
public final class Shortlist {
    private Shortlist() {}

    /** Returns the chosen, at most so many but for what is owed, in the order in which they came. */
    public static List<Entry> of(List<Entry> entries, int most, Situation situation) {
        if (entries.size() <= most) {
            return entries;
        }
        var ordered = new ArrayList<>(Scorers.all(situation.policy().ranking()).score(entries, situation));
        ordered.sort(Comparator.comparing((Entry entry) -> !isOwed(entry, situation))
                .thenComparing(Comparator.comparingDouble(Entry::score).reversed())
                .thenComparingLong(Entry::id));
        var chosen = chosen(ordered, most, situation);
        return entries.stream().filter(entry -> chosen.contains(entry.id())).toList();
    }

    private static Set<Long> chosen(List<Entry> ordered, int most, Situation situation) {
        var chosen = new HashSet<Long>();
        for (var entry : ordered) {
            if (chosen.size() >= most && !isOwed(entry, situation)) {
                break;
            }
            chosen.add(entry.id());
        }
        return chosen;
    }

    private static boolean isOwed(Entry entry, Situation situation) {
        return situation.owed().containsKey(new WorkId(entry.id()));
    }
}
