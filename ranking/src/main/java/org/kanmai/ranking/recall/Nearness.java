package org.kanmai.ranking.recall;

/** How much a liking says of the nearness of two works, and how an answer weighs it: off-line and in the streams the same. */
public final class Nearness {
    private Nearness() {}

    /** Returns what a viewer's liking counts who likes so many works; who likes everything tells little (Swing). */
    public static double weight(int liked) {
        return 1 / Math.sqrt(liked + 1.0);
    }

    /** Returns what is said of two works by one viewer who likes both, and so many works before. */
    public static double together(int liked) {
        return 1 / (liked + 1.0);
    }

    /** Returns how much a liked work counts in a question that names it at a place, the newest at 0. */
    public static double recency(int place) {
        return 1 / Math.sqrt(place + 1.0);
    }

    /** Returns what is left of a work that is near to many because many like it; {@code popularity} 0 leaves all. */
    public static double heldBack(long likings, double popularity) {
        return Math.pow(likings + 1.0, -popularity);
    }
}
