package org.kanmai.app.feed;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.river.seen.Seen;
import org.kanmai.app.web.Viewer;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
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
 * @param muted the tags for which the viewer wants nothing recommended
 * @param policy the rules of distribution in force
 * @param owed the works that are owed positions, with how much they press for one
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
        Set<PersonId> blocked,
        Set<String> muted,
        DistributionPolicy policy,
        Map<WorkId, Double> owed) {
    /** How many times as likely a work that suits the viewer best is to get a reserved position as one of which nothing is known. */
    private static final double SUITS = 4;

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
                blocked,
                muted,
                policy,
                owed);
    }

    /**
     * Returns a candidate's weight in the lottery of reserved positions: how much it presses for one, times how well its content suits the
     * viewer, of which nothing but its tags and its creator need be known.
     */
    double claim(Candidate candidate) {
        double pressing = owed.getOrDefault(candidate.work(), 0.0);
        return pressing == 0
                ? 0
                : pressing * StrictMath.pow(SUITS, taste.affinity(candidate.creator(), candidate.tags()));
    }

    /** Returns whether this is a page of the recommended feed, whose positions pools share. */
    boolean isRecommended() {
        return surface == Surface.FOR_YOU && !again;
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
