package org.kanmai.app.feed;

import org.kanmai.app.feed.Entry.Term;

/** Gives each candidate one weighted term of its score; it never drops. */
interface CandidateScorer {

    /** Returns the term of an entry. */
    Term score(Entry entry, Situation situation);
}
