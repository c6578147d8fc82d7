package org.kanmai.app.feed;

import java.util.List;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.facts.Source;

/** Brings works that might be shown. */
interface CandidateSource {

    /** Returns what its candidates are said to come from. */
    Source source();

    /** Returns at most {@code limit} candidates. */
    List<Candidate> find(Situation situation, int limit);
}
