package org.kanmai.ranking.recall;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Works that the same viewers like, learned one liking at a time.
 *
 * <p>Two works are near when many pairs of viewers like both, and a pair says the more the less else it has in common (Swing:
 * Yang et al., 2020); what single viewers like together counts a little too, so that few viewers are enough to begin
 * with. Viewers and works that were not heard of for longest are forgotten first, and of a work's neighbours the farthest.
 */
public final class ItemToItem implements Recall {
    private final Settings settings;
    private final Map<Long, ArrayDeque<Long>> likedBy;
    private final Map<Long, Near> near;

    /**
     * Bounds, and how much counts.
     *
     * @param liked newest works of a viewer that are paired
     * @param pairs newest viewers of a work who are paired with the next
     * @param damping how little a pair of viewers counts that has nothing else in common
     * @param alone what a single viewer's liking of both counts beside pairs
     * @param popularity how far what is near to everything is held back: 0 not at all, 1 wholly
     */
    public record Settings(
            int viewers,
            int works,
            int liked,
            int pairs,
            int neighbours,
            double damping,
            double alone,
            double popularity) {
        /** Fits in some hundred megabytes. */
        public static final Settings USUAL = new Settings(100_000, 100_000, 50, 30, 200, 5, 0.05, 0.4);

        public Settings {
            if (Math.min(Math.min(viewers, works), Math.min(Math.min(liked, pairs), neighbours)) < 1) {
                throw new IllegalArgumentException("bounds are 1 or more");
            }
        }
    }

    private static final class Near {
        private final ArrayDeque<Long> viewers = new ArrayDeque<>();
        private final Map<Long, Double> works = new HashMap<>();
        private long likings;
    }

    /** Knows nothing yet. */
    public ItemToItem(Settings settings) {
        this.settings = settings;
        likedBy = forgetting(settings.viewers());
        near = forgetting(settings.works());
    }

    private static <T> Map<Long, T> forgetting(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, T> eldest) {
                return size() > most;
            }
        };
    }

    /** Learns that a viewer likes a work; once more says nothing new. */
    public void learn(long viewer, long work) {
        var mine = likedBy.computeIfAbsent(viewer, unseen -> new ArrayDeque<>());
        if (mine.contains(work)) {
            return;
        }
        var here = near.computeIfAbsent(work, unseen -> new Near());
        double weight = Nearness.weight(mine.size());
        double together = settings.alone() * Nearness.together(mine.size());
        mine.forEach(other -> join(work, other, together));
        here.viewers.forEach(other -> pair(work, mine, weight, likedBy.get(other)));
        mine.addFirst(work);
        if (mine.size() > settings.liked()) {
            mine.removeLast();
        }
        here.likings++;
        here.viewers.addFirst(viewer);
        if (here.viewers.size() > settings.pairs()) {
            here.viewers.removeLast();
        }
    }

    private void pair(long work, ArrayDeque<Long> mine, double weight, @Nullable ArrayDeque<Long> theirs) {
        if (theirs == null) {
            return;
        }
        var both = new ArrayList<Long>();
        var known = new HashSet<>(theirs);
        for (var liked : mine) {
            if (liked != work && known.contains(liked)) {
                both.add(liked);
            }
        }
        double share = weight * Nearness.weight(theirs.size()) / (settings.damping() + both.size());
        both.forEach(other -> join(work, other, share));
    }

    private void join(long one, long other, double share) {
        add(one, other, share);
        add(other, one, share);
    }

    private void add(long to, long other, double share) {
        var works = near.computeIfAbsent(to, unseen -> new Near()).works;
        works.merge(other, share, Double::sum);
        if (works.size() >= 2 * settings.neighbours()) {
            var best = new Best(settings.neighbours(), new HashSet<>());
            works.forEach(best::add);
            works.clear();
            best.all().forEach(each -> works.put(each.work(), each.score()));
        }
    }

    /** Returns the works nearest to one, the nearest first. */
    public List<Found> neighbours(long work, int most) {
        return recall(List.of(work), most);
    }

    /** Returns how near a work is to what a viewer liked, the newest first. */
    public double score(List<Long> liked, long work) {
        double sum = 0;
        for (int place = 0; place < liked.size(); place++) {
            var known = near.get(liked.get(place));
            sum += known == null ? 0 : known.works.getOrDefault(work, 0.0) * Nearness.recency(place);
        }
        return sum * heldBack(work);
    }

    @Override
    public List<Found> recall(List<Long> liked, int most) {
        var scores = new HashMap<Long, Double>();
        for (int place = 0; place < liked.size(); place++) {
            double recency = Nearness.recency(place);
            each(liked.get(place), (work, share) -> scores.merge(work, share * recency, Double::sum));
        }
        var best = new Best(most, new HashSet<>(liked));
        scores.forEach((work, score) -> best.add(work, score * heldBack(work)));
        return best.all();
    }

    private void each(long work, ObjDoubleConsumer<Long> told) {
        var known = near.get(work);
        if (known != null) {
            known.works.forEach(told::accept);
        }
    }

    private double heldBack(long work) {
        var known = near.get(work);
        return known == null ? 0 : Nearness.heldBack(known.likings, settings.popularity());
    }
}
