package org.kanmai.app.feed;

import java.util.Collections;
import java.util.function.BiPredicate;
import org.kanmai.app.content.Candidate;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.app.traffic.slots.Pools;

/** The filters of the first feed. */
final class Filters {
    private static final double UNWANTED = -1.5;

    private Filters() {}

    /** A work seen already does not come back by itself. */
    static CandidateFilter seen() {
        return of(
                "seen",
                (candidate, situation) -> situation
                        .seen()
                        .map(seen -> !seen.contains(candidate.work().value()))
                        .orElse(true));
    }

    /** Whom the viewer blocks, or who blocks the viewer, is never shown. */
    static CandidateFilter blocked() {
        return of("blocked", (candidate, situation) -> !situation.blocked().contains(candidate.creator()));
    }

    /** Nobody is recommended what they made. */
    static CandidateFilter own() {
        return of("own", (candidate, situation) -> !situation.viewer().is(candidate.creator()));
    }

    /** Of a work in a pool all of whose positions are given, enough is on its way. */
    static CandidateFilter poolWaits(Pools pools) {
        return of("pool-waits", (candidate, situation) -> !pools.isWaiting(candidate.work()));
    }

    /** A creator of whom the viewer asked to see less stays away while the wish is fresh. */
    static CandidateFilter unwantedCreator() {
        return of(
                "unwanted-creator",
                (candidate, situation) -> situation.taste().creator(candidate.creator()) > UNWANTED);
    }

    /** What bears a tag that the viewer muted is not recommended, whatever else speaks for it. */
    static CandidateFilter mutedTag() {
        return of("muted-tag", (candidate, situation) -> Collections.disjoint(situation.muted(), candidate.tags()));
    }

    private static CandidateFilter of(String reason, BiPredicate<Candidate, Situation> keeps) {
        return new CandidateFilter() {
            @Override
            public String reason() {
                return reason;
            }

            @Override
            public boolean keeps(Candidate candidate, Situation situation) {
                return keeps.test(candidate, situation);
            }
        };
    }
}
