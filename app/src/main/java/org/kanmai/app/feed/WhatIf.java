package org.kanmai.app.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kanmai.app.feed.scoring.Entry;
import org.kanmai.app.feed.scoring.Scoring;
import org.kanmai.app.feed.scoring.Situation;
import org.kanmai.facts.Code;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.features.Audience;

/**
 * Where a work would stand if something that is known of its viewer were not (GV-03): all that could be shown now is ranked anew, once
 * for each thing left out.
 */
final class WhatIf {
    /** What can be left out. */
    enum Data implements Code {
        /** What was watched lately. */
        WATCHES,
        /** The tags and creators that are liked. */
        INTERESTS,
        /** One tag that is liked. */
        TAG,
        /** The creators that are followed. */
        FOLLOWS,
        /** All of it. */
        EVERYTHING,
        /** Where the viewer lives. */
        REGION,
        /** What was bought lately. */
        SPENDING
    }

    /** A place, counted from 1, without something; {@code detail} names a tag, else it is empty. */
    record Without(Data data, String detail, int place) {}

    /** The place of a work among so many, counted from 1, and its places without something. */
    record Answer(int place, int of, List<Without> without) {}

    private final Scoring scoring;
    private final Situation situation;
    private final List<Entry> entries;
    private final Entry asked;

    /** Takes all that could be shown, with the work that is asked about among it. */
    WhatIf(Scoring scoring, Situation situation, List<Entry> entries, WorkId asked) {
        this.scoring = scoring;
        this.situation = situation;
        this.entries = entries;
        this.asked = entries.stream()
                .filter(entry -> entry.id() == asked.value())
                .findFirst()
                .orElseThrow();
    }

    Answer answer() {
        var known = situation.audience();
        var without = new ArrayList<Without>();
        if (!known.watches().entries().isEmpty()) {
            without.add(without(Data.WATCHES, "", known.withoutWatches()));
        }
        if (!known.interests().isEmpty()) {
            without.add(without(Data.INTERESTS, "", known.withoutInterests()));
            var tag = known.taste().strongest(asked.candidate().tags());
            if (!tag.isEmpty()) {
                var less = known.interests().without(tag);
                without.add(without(Data.TAG, tag, known.with(less, less.at(situation.now()))));
            }
        }
        if (!known.followed().isEmpty()) {
            without.add(without(Data.FOLLOWS, "", known.withoutFollows()));
        }
        if (!known.region().isEmpty()) {
            without.add(without(Data.REGION, "", known.withoutRegion()));
        }
        if (known.spending().orders() > 0) {
            without.add(without(Data.SPENDING, "", known.withoutSpending()));
        }
        if (!without.isEmpty()) {
            without.add(without(Data.EVERYTHING, "", known.unknown()));
        }
        return new Answer(place(known), entries.size(), without);
    }

    private Without without(Data data, String detail, Audience audience) {
        return new Without(data, detail, place(audience));
    }

    /** A work that comes from a source that asks for what is left out stays among the others: only its score changes. */
    private int place(Audience audience) {
        var ordered = scoring.score(entries, situation.with(audience)).stream()
                .sorted(Comparator.comparingDouble(Entry::score).reversed().thenComparingLong(Entry::id))
                .map(Entry::id)
                .toList();
        return 1 + ordered.indexOf(asked.id());
    }
}
