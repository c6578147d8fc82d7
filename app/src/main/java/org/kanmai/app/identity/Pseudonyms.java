package org.kanmai.app.identity;

import java.time.Clock;
import java.time.Duration;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Pseudonym;
import org.springframework.stereotype.Component;

/** Tells whose a pseudonym is, to who already knows the viewer. */
@Component
public final class Pseudonyms {
    /** How long what was shown under an earlier pseudonym is still the viewer's own. */
    public static final Duration GRACE = Duration.ofHours(24);

    private final PseudonymStore store;
    private final Clock clock;

    Pseudonyms(PseudonymStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Returns whether a pseudonym is the viewer's now, or was within the last 24 hours. */
    public boolean belongs(Viewer viewer, Pseudonym pseudonym) {
        if (viewer.pseudonym().equals(pseudonym)) {
            return true;
        }
        var since = clock.instant().minus(GRACE);
        var person = viewer.person();
        return person == null
                ? store.precedes(pseudonym, viewer.pseudonym(), since)
                : store.belongs(person, pseudonym, since);
    }
}
