package org.kanmai.app.feed.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.kanmai.facts.WorkId;

/** Chooses those that a costly score is asked for: all that are owed a position, and of the others the best by the policy's own terms. */
public final class Shortlist {
    private Shortlist() {}

    /** A work and its score, which is summed once. */
    private record Scored(long id, double score) implements Comparable<Scored> {
        /** The best first, and of equals the eldest. */
        @Override
        public int compareTo(Scored other) {
            int byScore = Double.compare(other.score, score);
            return byScore != 0 ? byScore : Long.compare(id, other.id);
        }
    }

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
        Collections.sort(others);
        others.stream().limit(Math.max(0, most - chosen.size())).forEach(each -> chosen.add(each.id()));
        return entries.stream().filter(entry -> chosen.contains(entry.id())).toList();
    }

    private static boolean isOwed(Entry entry, Situation situation) {
        return situation.owed().containsKey(new WorkId(entry.id()));
    }
}
