package org.kanmai.app.feed;

import org.kanmai.app.content.Candidate;
import org.kanmai.app.feed.scoring.Situation;

/** Drops candidates that must not be shown; it never scores. */
interface CandidateFilter {

    /** Returns the reason under which it drops a candidate, in kebab-case; the same for all of them. */
    String reason();

    /** Returns whether a candidate may stay. */
    boolean keeps(Candidate candidate, Situation situation);
}
