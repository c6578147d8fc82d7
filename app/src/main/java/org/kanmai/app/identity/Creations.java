package org.kanmai.app.identity;

import org.kanmai.facts.PersonId;

/** Counts what people made, for their profile; {@code content} implements it. */
public interface Creations {

    /** Returns the published works of a person and the likes that they have. */
    Tally of(PersonId creator);

    /** How much a person made and how well it is liked. */
    record Tally(long works, long likes) {
        public static final Tally NONE = new Tally(0, 0);
    }
}
