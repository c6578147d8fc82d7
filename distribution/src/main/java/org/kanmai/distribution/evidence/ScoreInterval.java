package org.kanmai.distribution.evidence;

/**
 * Between which multiples of its means a work's score lies; each end is wrong with probability at most α, over all looks together.
 *
 * @param low 0 when nothing can be said from below
 * @param high {@link #WIDEST} when nothing can be said from above
 */
public record ScoreInterval(double low, double high) {
    /** The largest multiple that is looked at; its inverse is the smallest. */
    public static final double WIDEST = 64;

    /** Halvings of the logarithm of the multiple: the ends are right to one part in a million. */
    private static final int STEPS = 24;

    /** Returns the multiples that the table does not speak against with an error of {@code alpha} for each end. */
    public static ScoreInterval of(ScoreTable table, double alpha) {
        return new ScoreInterval(low(table, alpha), high(table, alpha));
    }

    /** Returns the lower end alone. */
    public static double low(ScoreTable table, double alpha) {
        double needed = EvidenceTest.needed(alpha);
        if (EvidenceTest.above(table, 1 / WIDEST) < needed) {
            return 0;
        }
        double refuted = 1 / WIDEST;
        double open = WIDEST;
        for (int step = 0; step < STEPS; step++) {
            double middle = StrictMath.sqrt(refuted * open);
            if (EvidenceTest.above(table, middle) >= needed) {
                refuted = middle;
            } else {
                open = middle;
            }
        }
        return refuted;
    }

    private static double high(ScoreTable table, double alpha) {
        double needed = EvidenceTest.needed(alpha);
        if (EvidenceTest.below(table, WIDEST) < needed) {
            return WIDEST;
        }
        double open = 1 / WIDEST;
        double refuted = WIDEST;
        for (int step = 0; step < STEPS; step++) {
            double middle = StrictMath.sqrt(refuted * open);
            if (EvidenceTest.below(table, middle) >= needed) {
                refuted = middle;
            } else {
                open = middle;
            }
        }
        return refuted;
    }
}
