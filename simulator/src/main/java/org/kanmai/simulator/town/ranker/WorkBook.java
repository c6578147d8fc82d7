package org.kanmai.simulator.town.ranker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kanmai.facts.Fact;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Watched;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.WorkCounters;
import org.kanmai.ranking.WorkLabels;
import org.kanmai.ranking.features.Item;
import org.kanmai.ranking.features.SiteShape;
import org.kanmai.simulator.town.world.Works;

/** What the site knows of works: what they are, and what was counted. */
final class WorkBook {
    /** Seconds of a film of each class of length. */
    private static final int[] SECONDS = {8, 13, 17, 25, 43, 87, 194};

    private static final int MILLIS = 1_000;

    private final Works works;
    private final List<Entry> entries = new ArrayList<>();

    WorkBook(Works works) {
        this.works = works;
    }

    /** One work. */
    static final class Entry {
        private static final double USUAL = 0.3;
        private static final double WORTH = 30;
        private static final double MINUTE = 60_000;

        private final Item item;
        private final long[] ids;
        private final WorkLabels labels;
        private WorkCounters counters = WorkCounters.NONE;
        private double minutes;
        private int units;

        private Entry(Item item) {
            this.item = item;
            ids = SiteShape.item(item);
            labels = new WorkLabels(item.creator(), item.tags());
        }

        Item item() {
            return item;
        }

        long[] ids() {
            return ids;
        }

        WorkLabels labels() {
            return labels;
        }

        WorkCounters counters() {
            return counters;
        }

        int durationMillis() {
            return item.durationMillis();
        }

        /** Returns for how much of its first minute it is watched, drawn towards what is usual while little is known. */
        double watched() {
            return (minutes + USUAL * WORTH) / (units + WORTH);
        }

        /** Counts what was told of it. */
        void count(List<Fact.OfSubject> facts) {
            long play = 0;
            for (var fact : facts) {
                var observed = WorkCounters.observe(fact);
                boolean isPlay = observed.remember() >= 0;
                var step = observed.step(isPlay ? play : 0);
                play = isPlay ? step.remembered() : play;
                counters = step.change().isNothing() ? counters : counters.plus(step.change());
            }
        }

        /** Notes for how much of the first minute it was watched. */
        void watched(List<Fact.OfSubject> facts) {
            units++;
            for (var fact : facts) {
                minutes += fact instanceof Watched watched ? Math.min(1, watched.watchedMillis() / MINUTE) : 0;
            }
        }
    }

    void published(int work) {
        while (entries.size() <= work) {
            entries.add(new Entry(item(entries.size())));
        }
    }

    private Item item(int work) {
        var vertical = "v" + works.vertical(work);
        return new Item(
                new WorkId(work + 1L),
                new PersonId(works.creator(work) + 1L),
                Instant.ofEpochSecond(Clock.at(works.hour(work))),
                SECONDS[works.length(work)] * MILLIS,
                List.of(vertical, "scene:" + vertical),
                List.of());
    }

    Entry of(int work) {
        return entries.get(work);
    }

    int size() {
        return entries.size();
    }

    Works works() {
        return works;
    }
}
