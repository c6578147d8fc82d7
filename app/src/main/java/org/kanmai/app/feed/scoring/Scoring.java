package org.kanmai.app.feed.scoring;

import java.util.List;
import org.kanmai.app.feed.scoring.Entry.Term;

/** Gives candidates the terms of their scores; it never drops one. */
public interface Scoring {

    /** Returns the entries in their order, each with its terms. */
    List<Entry> score(List<Entry> entries, Situation situation);

    /** Returns how many entries it can be asked for at once; of more, the terms that cost little choose. */
    default int most() {
        return Integer.MAX_VALUE;
    }

    /** Returns the terms of each entry by what each is owed to; their sum is its score. */
    default List<List<Term>> explain(List<Entry> entries, Situation situation) {
        return entries.stream().map(Entry::terms).toList();
    }

    /** Returns the score that is the sum of what each scorer gives. */
    static Scoring sumOf(List<CandidateScorer> scorers) {
        return (entries, situation) ->
                entries.stream().map(entry -> scored(scorers, entry, situation)).toList();
    }

    /** Plain: a page asks it of some eight hundred entries. */
    private static Entry scored(List<CandidateScorer> scorers, Entry entry, Situation situation) {
        var terms = new Term[scorers.size()];
        for (int at = 0; at < terms.length; at++) {
            terms[at] = scorers.get(at).score(entry, situation);
        }
        return entry.with(List.of(terms));
    }
}
