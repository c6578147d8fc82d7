package org.kanmai.simulator.town.ranker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kanmai.facts.Source;
import org.kanmai.ranking.features.Audience;
import org.kanmai.simulator.town.world.Dice;
import org.kanmai.simulator.town.world.TownSize;
import org.kanmai.simulator.town.world.Viewers;

/** Where a page's candidates come from: what is watched much, what is new, what suits, and what is drawn to learn about it. */
final class Channels {
    private static final int POPULAR = 100;
    private static final int FRESH = 60;
    private static final int OF_A_TAG = 25;
    private static final int TAGS = 4;
    private static final int EXPLORED = 40;
    private static final long EXPLORES = 15;

    private final WorkBook book;
    private final Viewers viewers;
    private final Dice dice;
    private final List<int[]> byTag = new ArrayList<>();
    private int[] popular = new int[0];
    private int[] fresh = new int[0];

    Channels(WorkBook book, Viewers viewers, long seed) {
        this.book = book;
        this.viewers = viewers;
        dice = new Dice(seed, EXPLORES, 0, 0);
    }

    /** Orders all works anew. */
    void begins() {
        popular = IntStream.range(0, book.size())
                .boxed()
                .sorted((one, other) -> {
                    int order = Double.compare(
                            book.of(other).watched(), book.of(one).watched());
                    return order != 0 ? order : Integer.compare(one, other);
                })
                .mapToInt(Integer::intValue)
                .toArray();
        int size = book.size();
        fresh = IntStream.range(0, size).map(place -> size - 1 - place).toArray();
        byTag.clear();
        for (int vertical = 0; vertical < TownSize.VERTICALS; vertical++) {
            int about = vertical;
            byTag.add(IntStream.of(popular)
                    .filter(work -> book.works().vertical(work) == about)
                    .toArray());
        }
    }

    /** Returns unseen works, each with what brought it first. */
    Map<Integer, Source> candidates(int viewer, Audience audience) {
        var candidates = new LinkedHashMap<Integer, Source>();
        take(viewer, popular, POPULAR, Source.POPULAR, candidates);
        for (String tag : audience.interests().tags(2 * TAGS)) {
            if (tag.startsWith("v")) {
                take(viewer, byTag.get(Integer.parseInt(tag.substring(1))), OF_A_TAG, Source.INTEREST, candidates);
            }
        }
        take(viewer, fresh, FRESH, Source.FRESH, candidates);
        for (int tries = 0; tries < EXPLORED && book.size() > 0; tries++) {
            int work = dice.below(book.size());
            if (!viewers.hasSeen(viewer, work)) {
                candidates.putIfAbsent(work, Source.EXPLORE);
            }
        }
        return candidates;
    }

    private void take(int viewer, int[] from, int most, Source source, Map<Integer, Source> to) {
        int taken = 0;
        for (int place = 0; place < from.length && taken < most; place++) {
            if (!viewers.hasSeen(viewer, from[place])) {
                taken++;
                to.putIfAbsent(from[place], source);
            }
        }
    }
}
