package org.kanmai.app.feed.scoring;

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
import org.kanmai.ranking.features.Audience;

/**
 * What one request knows of its viewer.
 *
 * @param request random number of the request; it seeds every draw
 * @param seen absent when it can't be known now
 * @param audience what may be used to recommend; nothing of a viewer who has not agreed to be profiled
 * @param followed creators, whom the viewer's own tab is made of
 * @param again whether the viewer asked to watch seen works again
 * @param muted the tags for which the viewer wants nothing recommended
 * @param policy the rules of distribution in force
 * @param owed the works that are owed positions, with how much they press for one
 */
public record Situation(
        long request,
        Instant now,
        Viewer viewer,
        Surface surface,
        boolean again,
        Optional<Seen.Works> seen,
        Audience audience,
        Set<PersonId> followed,
        Set<PersonId> blocked,
        Set<String> muted,
        DistributionPolicy policy,
        Map<WorkId, Double> owed) {
    /** How many times as likely a work that suits the viewer best is to get a reserved position as one of which nothing is known. */
    private static final double SUITS = 4;

    /** Returns the same, to whom what was served and never came into view is new. */
    public Situation withoutServed() {
        return new Situation(
                request,
                now,
                viewer,
                surface,
                again,
                seen.map(Seen.Works::exposedOnly),
                audience,
                followed,
                blocked,
                muted,
                policy,
                owed);
    }

    /** Returns the same for somebody of whom other things are known. */
    public Situation with(Audience other) {
        return new Situation(request, now, viewer, surface, again, seen, other, followed, blocked, muted, policy, owed);
    }

    public Taste taste() {
        return audience.taste();
    }

    /**
     * Returns a candidate's weight in the lottery of reserved positions: how much it presses for one, times how well its content suits the
     * viewer, of which nothing but its tags and its creator need be known.
     */
    public double claim(Candidate candidate) {
        double pressing = owed.getOrDefault(candidate.work(), 0.0);
        return pressing == 0
                ? 0
                : pressing * StrictMath.pow(SUITS, taste().affinity(candidate.creator(), candidate.tags()));
    }

    /** Returns whether this is a page of the recommended feed, whose positions pools share. */
    public boolean isRecommended() {
        return surface == Surface.FOR_YOU && !again;
    }

    public int stratum() {
        return Seen.stratum(viewer, seen);
    }
}
