package org.kanmai.app.feed.scoring;

import org.kanmai.app.feed.scoring.Entry.Term;

/** Gives each candidate one weighted term of its score; it never drops. */
public interface CandidateScorer {

    /** Returns the term of an entry. */
    Term score(Entry entry, Situation situation);
}
