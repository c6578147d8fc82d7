package org.kanmai.app.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.kanmai.app.river.seen.Seen;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Surface;
import org.kanmai.ranking.Taste;
import org.kanmai.ranking.ViewerInterests;

/**
 * What one request knows of its viewer.
 *
 * @param request random number of the request; it seeds every draw
 * @param seen absent when it can't be known now
 * @param interests none unless the viewer consented to be profiled
 * @param taste what the interests are now
 * @param again whether the viewer asked to watch seen works again
 */
record Situation(
        long request,
        Instant now,
        Viewer viewer,
        Surface surface,
        boolean again,
        Optional<Seen.Works> seen,
        ViewerInterests interests,
        Taste taste,
        Set<PersonId> followed,
        Set<PersonId> blocked) {

    /** Returns the same, to whom what was served and never came into view is new. */
    Situation withoutServed() {
        return new Situation(
                request,
                now,
                viewer,
                surface,
                again,
                seen.map(Seen.Works::exposedOnly),
                interests,
                taste,
                followed,
                blocked);
    }

    /** Returns the coarse class of the audience: 0 not profiled, 1 a profiled visitor, then by how much was seen. */
    int stratum() {
        if (!viewer.profiled()) {
            return 0;
        }
        if (!viewer.signedIn()) {
            return 1;
        }
        long exposed = seen.map(Seen.Works::exposedCount).orElse(0L);
        return exposed < 30 ? 2 : exposed < 300 ? 3 : 4;
    }
}
