package org.kanmai.app.feed.recall;

import java.util.List;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.facts.Source;

/** Brings works that might be shown. */
public interface CandidateSource {

    /** Returns what its candidates are said to come from. */
    Source source();

    /** Returns at most {@code limit} candidates. */
    List<Candidate> find(Situation situation, int limit);

    /** Returns whether it asks an engine, and so is waited for only as long as a page can wait. */
    default boolean asksAnEngine() {
        return false;
    }
}
