package org.kanmai.simulator.town.feeds;

import java.util.Arrays;
import org.kanmai.simulator.town.world.Dice;
import org.kanmai.simulator.town.world.TownSize;
import org.kanmai.simulator.town.world.Viewers;
import org.kanmai.simulator.town.world.Works;

/** The works that may be shown in an hour, in order of their value in each vertical. */
final class Order {
    private final Works works;
    private final Viewers viewers;
    private final int[][] lists = new int[TownSize.VERTICALS][0];
    private final double[][] values = new double[TownSize.VERTICALS][0];
    private int[] all = new int[0];

    Order(Works works, Viewers viewers) {
        this.works = works;
        this.viewers = viewers;
    }

    /** Orders all works anew. */
    void sort(Ranking ranking, int hour) {
        var entries = new long[works.size()];
        var value = new double[works.size()];
        int size = 0;
        for (int work = 0; work < works.size(); work++) {
            value[work] = ranking.value(work, hour);
            if (value[work] > Double.NEGATIVE_INFINITY) {
                entries[size++] = sortable(value[work], work);
            }
        }
        Arrays.sort(entries, 0, size);
        share(entries, size, value);
    }

    /** Returns a number that is the smaller the higher the value, then the smaller the work. */
    private static long sortable(double value, int work) {
        int bits = Float.floatToIntBits((float) value);
        int ascending = bits ^ (bits >> 31 & Integer.MAX_VALUE);
        return (long) ~ascending << 32 | work;
    }

    private void share(long[] entries, int size, double[] value) {
        var sizes = new int[TownSize.VERTICALS];
        all = new int[size];
        for (int place = 0; place < size; place++) {
            all[place] = (int) entries[place];
            sizes[works.vertical(all[place])]++;
        }
        for (int vertical = 0; vertical < TownSize.VERTICALS; vertical++) {
            lists[vertical] = new int[sizes[vertical]];
            values[vertical] = new double[sizes[vertical]];
        }
        Arrays.fill(sizes, 0);
        for (int work : all) {
            int vertical = works.vertical(work);
            lists[vertical][sizes[vertical]] = work;
            values[vertical][sizes[vertical]++] = value[work];
        }
    }

    /** Returns the best work for a viewer that is neither seen nor taken, or -1. */
    int best(int viewer, Ranking ranking, int[] taken, int position) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int vertical = 0; vertical < TownSize.VERTICALS; vertical++) {
            int place = firstOpen(lists[vertical], viewer, taken, position);
            if (place >= 0) {
                double value = values[vertical][place] + ranking.fit(viewer, vertical);
                if (value > most) {
                    most = value;
                    best = lists[vertical][place];
                }
            }
        }
        return best;
    }

    private int firstOpen(int[] list, int viewer, int[] taken, int position) {
        for (int place = 0; place < list.length; place++) {
            if (!viewers.hasSeen(viewer, list[place]) && !isTaken(list[place], taken, position)) {
                return place;
            }
        }
        return -1;
    }

    /** Returns any work that is neither seen nor taken, each as likely as the others, or -1 after some tries. */
    int any(int viewer, int[] taken, int position, Dice dice) {
        for (int tries = 0; tries < 64 && all.length > 0; tries++) {
            int work = all[dice.below(all.length)];
            if (!viewers.hasSeen(viewer, work) && !isTaken(work, taken, position)) {
                return work;
            }
        }
        return -1;
    }

    static boolean isTaken(int work, int[] taken, int position) {
        for (int place = 0; place < position; place++) {
            if (taken[place] == work) {
                return true;
            }
        }
        return false;
    }
}
