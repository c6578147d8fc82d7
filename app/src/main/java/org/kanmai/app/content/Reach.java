package org.kanmai.app.content;

import java.util.Collection;
import java.util.Map;
import org.kanmai.facts.WorkId;

/** Counts how far works went; {@code feed} implements it. */
public interface Reach {

    /** Returns how often works were played and shared, a second late; an unknown work is left out. */
    Map<WorkId, Reached> of(Collection<WorkId> works);

    /** Plays of at least three seconds, and shares. */
    record Reached(long plays, long shares) {
        static final Reached NOT = new Reached(0, 0);
    }
}
