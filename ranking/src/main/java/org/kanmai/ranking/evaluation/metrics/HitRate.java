package org.kanmai.ranking.evaluation.metrics;

import java.util.Arrays;

/** How often what is right is among the first. */
public final class HitRate {
    private HitRate() {}

    /** Returns the share of places, counted from 0, that are among the first {@code most}; 0 of none. */
    public static double of(int[] places, int most) {
        return places.length == 0
                ? 0
                : (double) Arrays.stream(places).filter(place -> place < most).count() / places.length;
    }

    /** Returns the place, counted from 0, of one score among all; of equal ones it is the last, so that a constant score gains nothing. */
    public static int place(double[] scores, int right) {
        int place = -1;
        for (double score : scores) {
            place += score >= scores[right] ? 1 : 0;
        }
        return place;
    }
}
