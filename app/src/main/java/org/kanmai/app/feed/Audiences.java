package org.kanmai.app.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import org.kanmai.app.conversation.chosen.ChosenTags;
import org.kanmai.app.feed.buying.Spendings;
import org.kanmai.app.identity.regions.Neighbours;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Surface;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.Taste;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.ViewerSpending;
import org.kanmai.ranking.features.Audience;
import org.springframework.stereotype.Component;

/** Says of a viewer what may be used to recommend; of who has not agreed to be profiled nothing is read at all (GV-02). */
@Component
class Audiences {
    /** So many works tell more of somebody than what was chosen to begin with. */
    private static final int ENOUGH = 30;

    /** A chosen tag counts like a like, and less with each work watched since. */
    private static final double CHOSEN = 2;

    private final Features features;
    private final ChosenTags chosen;
    private final Neighbours neighbours;
    private final Spendings spendings;
    private final FeedSettings settings;

    Audiences(Features features, ChosenTags chosen, Neighbours neighbours, Spendings spendings, FeedSettings settings) {
        this.neighbours = neighbours;
        this.spendings = spendings;
        this.features = features;
        this.chosen = chosen;
        this.settings = settings;
    }

    Audience of(Viewer viewer, Set<PersonId> followed, int stratum, Surface surface, Instant now) {
        if (!viewer.profiled()) {
            return anybody(surface, now);
        }
        var known = features.of(viewer.pseudonym());
        var interests = begun(viewer, known, now);
        return new Audience(
                interests,
                interests.at(now),
                known.watches(),
                followed,
                region(viewer),
                spendings.of(viewer),
                stratum,
                surface,
                local(now));
    }

    /** A province, where its viewer lets that be used as well; empty for all others. */
    private String region(Viewer viewer) {
        var person = viewer.person();
        return person == null ? "" : neighbours.home(person).map(Region::code).orElse("");
    }

    private ViewerInterests begun(Viewer viewer, Features.Known known, Instant now) {
        int watched = known.watches().entries().size();
        if (watched >= ENOUGH) {
            return known.interests();
        }
        double fading = 1 - watched / (double) ENOUGH;
        return known.interests().plus(chosen.of(viewer), CHOSEN * fading, now);
    }

    /** Returns a moment alone. */
    Audience anybody(Surface surface, Instant now) {
        return new Audience(
                ViewerInterests.NONE,
                Taste.NONE,
                RecentWatches.NONE,
                Set.of(),
                "",
                ViewerSpending.NONE,
                0,
                surface,
                local(now));
    }

    private LocalDateTime local(Instant now) {
        return LocalDateTime.ofInstant(now, settings.zone());
    }
}
