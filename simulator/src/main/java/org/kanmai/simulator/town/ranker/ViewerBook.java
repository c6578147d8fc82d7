package org.kanmai.simulator.town.ranker;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Fact;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Watched;
import org.kanmai.ranking.RecentWatches;
import org.kanmai.ranking.ViewerInterests;
import org.kanmai.ranking.ViewerSpending;
import org.kanmai.ranking.WorkLabels;
import org.kanmai.ranking.features.Audience;
import org.kanmai.simulator.town.world.Viewers;

/** What the site knows of viewers by what they did. */
final class ViewerBook {
    private final Viewers viewers;
    private final Entry[] entries;

    private static final class Entry {
        private ViewerInterests interests = ViewerInterests.NONE;
        private RecentWatches watches = RecentWatches.NONE;
        private final Set<PersonId> followed = new HashSet<>();
        private int orders;
        private long busyUntil;
    }

    ViewerBook(Viewers viewers) {
        this.viewers = viewers;
        entries = new Entry[viewers.size()];
        for (int viewer = 0; viewer < entries.length; viewer++) {
            entries[viewer] = new Entry();
        }
    }

    /** Makes somebody new to the site. */
    void forget(int viewer) {
        entries[viewer] = new Entry();
    }

    /** Returns when a viewer can begin with the next page. */
    long free(int viewer, long second) {
        return Math.max(second, entries[viewer].busyUntil);
    }

    void busyUntil(int viewer, long second) {
        entries[viewer].busyUntil = second;
    }

    /** Returns a viewer as the ranker may see this person. */
    Audience audience(int viewer, Clock clock) {
        var entry = entries[viewer];
        var taste = entry.interests.at(Instant.ofEpochSecond(free(viewer, clock.second())));
        return new Audience(
                entry.interests,
                taste,
                entry.watches,
                entry.followed,
                "",
                new ViewerSpending(entry.orders, entry.orders == 0 ? "" : "CNY", 0),
                viewers.stratum(viewer),
                Surface.FOR_YOU,
                clock.local());
    }

    void take(int viewer, WorkLabels labels, List<Fact.OfSubject> facts) {
        var entry = entries[viewer];
        for (var fact : facts) {
            entry.interests = entry.interests.after(fact, labels, 0).interests();
            switch (fact) {
                case Watched watched -> entry.watches = entry.watches.after(watched);
                case Engaged engaged -> follow(entry, engaged);
                case Converted ignored -> entry.orders++;
                default -> {}
            }
        }
    }

    private static void follow(Entry entry, Engaged engaged) {
        if (engaged.engagement() == Engagement.FOLLOWED) {
            entry.followed.add(engaged.creator());
        }
    }
}
