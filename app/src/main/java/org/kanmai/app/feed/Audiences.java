package org.kanmai.app.feed;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Surface;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.Taste;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.features.Audience;
import org.springframework.stereotype.Component;

/** Says of a viewer what may be used to recommend; of who has not agreed to be profiled nothing is read at all (GV-02). */
@Component
class Audiences {
    private final Features features;
    private final FeedSettings settings;

    Audiences(Features features, FeedSettings settings) {
        this.features = features;
        this.settings = settings;
    }

    Audience of(Viewer viewer, Set<PersonId> followed, int stratum, Surface surface, Instant now) {
        if (!viewer.profiled()) {
            return anybody(surface, now);
        }
        var known = features.of(viewer.pseudonym());
        return new Audience(
                known.interests(),
                known.interests().at(now),
                known.watches(),
                followed,
                "",
                0,
                stratum,
                surface,
                local(now));
    }

    /** Returns a moment alone. */
    Audience anybody(Surface surface, Instant now) {
        return new Audience(
                ViewerInterests.NONE, Taste.NONE, RecentWatches.NONE, Set.of(), "", 0, 0, surface, local(now));
    }

    private LocalDateTime local(Instant now) {
        return LocalDateTime.ofInstant(now, settings.zone());
    }
}
