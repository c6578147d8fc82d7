package org.kanmai.ranking.recall;

import java.util.Arrays;

/** Who liked what as a graph in two arrays: each viewer's works and each work's viewers by their places, every pair once. */
final class Graph {
    private final long[] works;
    private final int[][] worksOf;
    private final int[][] viewersOf;

    private Graph(long[] works, int[][] worksOf, int[][] viewersOf) {
        this.works = works;
        this.worksOf = worksOf;
        this.viewersOf = viewersOf;
    }

    /** Takes the newest {@code most} works of each viewer. */
    static Graph of(Interactions interactions, int most) {
        long[] works = interactions.distinctWorks();
        long[] viewers = interactions.distinctViewers();
        var worksOf = new int[viewers.length][0];
        var counts = new int[viewers.length];
        for (int place = interactions.size() - 1; place >= 0; place--) {
            int viewer = Arrays.binarySearch(viewers, interactions.viewer(place));
            int work = Arrays.binarySearch(works, interactions.work(place));
            if (counts[viewer] < most && !contains(worksOf[viewer], counts[viewer], work)) {
                if (counts[viewer] == worksOf[viewer].length) {
                    worksOf[viewer] = Arrays.copyOf(worksOf[viewer], Math.max(4, 2 * counts[viewer]));
                }
                worksOf[viewer][counts[viewer]++] = work;
            }
        }
        for (int viewer = 0; viewer < viewers.length; viewer++) {
            worksOf[viewer] = Arrays.copyOf(worksOf[viewer], counts[viewer]);
        }
        return new Graph(works, worksOf, turned(worksOf, works.length));
    }

    private static boolean contains(int[] values, int count, int value) {
        for (int place = 0; place < count; place++) {
            if (values[place] == value) {
                return true;
            }
        }
        return false;
    }

    private static int[][] turned(int[][] worksOf, int works) {
        var counts = new int[works];
        for (var row : worksOf) {
            for (int work : row) {
                counts[work]++;
            }
        }
        var viewersOf = new int[works][];
        Arrays.setAll(viewersOf, work -> new int[counts[work]]);
        for (int viewer = worksOf.length - 1; viewer >= 0; viewer--) {
            for (int work : worksOf[viewer]) {
                viewersOf[work][--counts[work]] = viewer;
            }
        }
        return viewersOf;
    }

    int works() {
        return works.length;
    }

    int viewers() {
        return worksOf.length;
    }

    /** Returns the id of the work at a place. */
    long work(int place) {
        return works[place];
    }

    /** Returns the place of a work, negative when it isn't there. */
    int place(long work) {
        return Arrays.binarySearch(works, work);
    }

    /** Returns whether anybody is remembered who likes a work: of who likes very many, only the newest are. */
    boolean isLiked(long work) {
        int place = place(work);
        return place >= 0 && viewersOf[place].length > 0;
    }

    int[] worksOf(int viewer) {
        return worksOf[viewer];
    }

    int[] viewersOf(int work) {
        return viewersOf[work];
    }
}
