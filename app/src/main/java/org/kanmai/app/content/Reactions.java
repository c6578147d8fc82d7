package org.kanmai.app.content;

import java.util.Collection;
import java.util.Map;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;

/** Counts what people did to works; {@code conversation} implements it. */
public interface Reactions {

    /** Returns the counts of works; a work without any is left out. */
    Map<WorkId, Counted> counts(Collection<WorkId> works);

    /** Returns what a person did to works; a work to which the person did nothing is left out. */
    Map<WorkId, Mine> mine(PersonId person, Collection<WorkId> works);

    /** How many like a work, keep it, and how many comments it has. */
    record Counted(long likes, long favourites, long comments) {
        static final Counted NONE = new Counted(0, 0, 0);
    }

    /** Whether a person likes a work and keeps it. */
    record Mine(boolean liked, boolean favourited) {
        static final Mine NOTHING = new Mine(false, false);
    }
}
