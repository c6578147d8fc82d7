package org.kanmai.ranking.recall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Viewers of ten tastes who mostly like works of their own taste, and what each of them will like next. */
final class Communities {
    static final int TASTES = 10;
    static final int WORKS = 40;

    private final Interactions likings = new Interactions(100_000);
    private final Map<Long, List<Long>> histories = new HashMap<>();
    private final Map<Long, Set<Long>> next = new HashMap<>();

    Communities(long seed) {
        var random = new Random(seed);
        for (long viewer = 0; viewer < 400; viewer++) {
            int taste = (int) (viewer % TASTES);
            var liked = new ArrayList<Long>();
            for (int liking = 0; liking < 12; liking++) {
                int of = random.nextInt(10) == 0 ? random.nextInt(TASTES) : taste;
                long work = of * 1_000L + random.nextInt(WORKS);
                if (!liked.contains(work)) {
                    liked.addFirst(work);
                    likings.add(viewer, work);
                }
            }
            histories.put(viewer, liked);
            var later = new HashSet<Long>();
            while (later.size() < 5) {
                long work = taste * 1_000L + random.nextInt(WORKS);
                if (!liked.contains(work)) {
                    later.add(work);
                }
            }
            next.put(viewer, later);
        }
    }

    Interactions likings() {
        return likings;
    }

    List<Long> history(long viewer) {
        return histories.getOrDefault(viewer, List.of());
    }

    /** Returns the mean share of what viewers like next that is among the first 20. */
    double recall(Recall channel) {
        double sum = 0;
        for (var viewer : next.entrySet()) {
            var found = channel.recall(history(viewer.getKey()), 20).stream()
                    .map(Recall.Found::work)
                    .toList();
            sum += (double) found.stream().filter(viewer.getValue()::contains).count() / 5;
        }
        return sum / next.size();
    }

    /** Returns the content of all works, and of one of each taste that nobody has liked: its taste, and something of its own. */
    static Map<Long, List<Long>> contents() {
        var contents = new HashMap<Long, List<Long>>();
        for (long taste = 0; taste < TASTES; taste++) {
            for (long work = 0; work <= WORKS; work++) {
                contents.put(taste * 1_000 + work, List.of(1_000_000 + taste, 2_000_000 + work % 7));
            }
        }
        return contents;
    }
}
