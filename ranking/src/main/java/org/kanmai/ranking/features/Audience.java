package org.kanmai.ranking.features;

import java.time.LocalDateTime;
import java.util.Set;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Surface;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.Taste;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.ViewerSpending;

/**
 * The one who asks for a page, as the ranker may see this person, and the moment.
 *
 * @param interests none unless the viewer agreed to be profiled; so with all that follow
 * @param taste the interests as they are now
 * @param watches the last works watched
 * @param followed creators
 * @param region where the viewer says to live, under the consent for it; else empty
 * @param spending what was bought lately and kept
 * @param stratum coarse class of the audience
 * @param local the moment by the site's clock on the wall
 */
public record Audience(
        ViewerInterests interests,
        Taste taste,
        RecentWatches watches,
        Set<PersonId> followed,
        String region,
        ViewerSpending spending,
        int stratum,
        Surface surface,
        LocalDateTime local) {
    public Audience {
        followed = Set.copyOf(followed);
    }

    /** Returns the same moment for somebody of whom nothing is known. */
    public Audience unknown() {
        var nothing = ViewerInterests.NONE;
        return new Audience(
                nothing, Taste.NONE, RecentWatches.NONE, Set.of(), "", ViewerSpending.NONE, 0, surface, local);
    }

    /** Returns the same without what was watched lately. */
    public Audience withoutWatches() {
        return new Audience(interests, taste, RecentWatches.NONE, followed, region, spending, stratum, surface, local);
    }

    /** Returns the same without interests, that is without tags and creators liked. */
    public Audience withoutInterests() {
        return with(ViewerInterests.NONE, Taste.NONE);
    }

    /** Returns the same without the creators followed. */
    public Audience withoutFollows() {
        return new Audience(interests, taste, watches, Set.of(), region, spending, stratum, surface, local);
    }

    /** Returns the same without where the viewer lives. */
    public Audience withoutRegion() {
        return new Audience(interests, taste, watches, followed, "", spending, stratum, surface, local);
    }

    /** Returns the same without what the viewer bought. */
    public Audience withoutSpending() {
        return new Audience(interests, taste, watches, followed, region, ViewerSpending.NONE, stratum, surface, local);
    }

    /** Returns the same with other interests, and what they are now. */
    public Audience with(ViewerInterests others, Taste now) {
        return new Audience(others, now, watches, followed, region, spending, stratum, surface, local);
    }
}
