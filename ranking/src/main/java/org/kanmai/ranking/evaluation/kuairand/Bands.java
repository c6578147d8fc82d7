package org.kanmai.ranking.evaluation.kuairand;

/** Numbers put into bands, so that they can be ids. */
final class Bands {
    private static final int STEPS = 20;
    private static final int DOZEN = 12;

    private Bands() {}

    /** Returns the band of a number of 0 or more: two for each doubling; -1 of a negative one. */
    static long of(double number) {
        return number < 0 ? -1 : Math.round(2 * Math.log1p(number) / Math.log(2));
    }

    /** Returns the band of a share in [0, 1], kept apart by how many it was seen in. */
    static long share(double share, int seen) {
        int known = seen == 0 ? 0 : seen < 5 ? 1 : seen < 30 ? 2 : 3;
        return ((long) Math.min(STEPS - 1, Math.floor(share * STEPS))) * 4 + known;
    }

    /** Returns the band of a length: below 5 s, 7, 10, 14 and so on. */
    static long length(long millis) {
        return millis == 0 ? -1 : Math.clamp(Math.round(2 * Math.log(millis / 5_000.0) / Math.log(2)), -1, DOZEN) + 1;
    }
}
