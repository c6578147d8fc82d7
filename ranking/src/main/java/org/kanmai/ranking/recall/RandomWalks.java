package org.kanmai.ranking.recall;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Walks from what a viewer liked to who else liked it and to what those like, and often begins again (Pixie: Eksombatchai et
 * al., WWW 2018): what is met from several of the viewer's works counts for more than what is met from one.
 */
public final class RandomWalks implements Recall {
    private static final int MOST_OF_A_VIEWER = 200;

    private final Graph graph;
    private final Settings settings;

    /**
     * How far it goes.
     *
     * @param steps from all of a viewer's works together
     * @param starts newest works to begin at
     * @param restart chance of beginning again after each step
     * @param popularity how far what is liked by many is held back: 0 not at all, 1 wholly
     */
    public record Settings(int steps, int starts, double restart, double popularity, long seed) {
        /** Some milliseconds a question. */
        public static final Settings USUAL = new Settings(20_000, 50, 0.5, 0.2, 1);

        public Settings {
            if (steps < 1 || starts < 1 || restart <= 0 || restart > 1) {
                throw new IllegalArgumentException("a walk needs steps, starts and a chance of beginning again");
            }
        }
    }

    /** Takes the graph as it is now. */
    public RandomWalks(Interactions interactions, Settings settings) {
        graph = Graph.of(interactions, MOST_OF_A_VIEWER);
        this.settings = settings;
    }

    @Override
    public List<Found> recall(List<Long> liked, int most) {
        var starts = liked.stream()
                .distinct()
                .limit(settings.starts())
                .filter(graph::isLiked)
                .toList();
        var random = new SplittableRandom(settings.seed() ^ liked.hashCode());
        var scores = new HashMap<Integer, Double>();
        double shares = 0;
        for (int place = 0; place < starts.size(); place++) {
            shares += share(place);
        }
        for (int place = 0; place < starts.size(); place++) {
            int steps = (int) Math.max(1, settings.steps() * share(place) / shares);
            addVisits(walk(graph.place(starts.get(place)), steps, random), scores);
        }
        var best = new Best(most, new HashSet<>(liked));
        scores.forEach((work, score) -> best.add(graph.work(work), score * score * heldBack(work)));
        return best.all();
    }

    private static double share(int place) {
        return 1 / Math.sqrt(place + 1.0);
    }

    private double heldBack(int work) {
        return Math.pow(graph.viewersOf(work).length, -settings.popularity());
    }

    /** Returns the work of each step, in no order of steps: works that were met several times stand together. */
    private int[] walk(int start, int steps, SplittableRandom random) {
        int[] met = new int[steps];
        int work = start;
        for (int step = 0; step < steps; step++) {
            int[] viewers = graph.viewersOf(work);
            int[] works = graph.worksOf(viewers[random.nextInt(viewers.length)]);
            work = works[random.nextInt(works.length)];
            met[step] = work;
            work = random.nextDouble() < settings.restart() ? start : work;
        }
        Arrays.sort(met);
        return met;
    }

    private static void addVisits(int[] met, Map<Integer, Double> scores) {
        int begin = 0;
        for (int at = 1; at <= met.length; at++) {
            if (at == met.length || met[at] != met[begin]) {
                scores.merge(met[begin], Math.sqrt(at - begin), Double::sum);
                begin = at;
            }
        }
    }
}
