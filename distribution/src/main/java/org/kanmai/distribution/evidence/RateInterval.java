package org.kanmai.distribution.evidence;

/**
 * Between which values a rate lies, with probability at least 1 - α over all looks together, if it is one and the same for all units.
 *
 * <p>The confidence sequence of the beta-binomial mixture with an even prior: the rates p whose likelihood is more than α times the
 * mean likelihood (Robbins, Statistical methods related to the law of the iterated logarithm, 1970; Howard, Ramdas, McAuliffe &
 * Sekhon, Time-uniform, nonparametric, nonasymptotic confidence sequences, 2021).
 *
 * @param low at least 0
 * @param high at most 1
 */
public record RateInterval(double low, double high) {
    private static final int STEPS = 40;

    /** Returns the interval after {@code units}, of which {@code yes} said yes; all of [0, 1] without units. */
    public static RateInterval of(long yes, long units, double alpha) {
        if (yes < 0 || yes > units) {
            throw new IllegalArgumentException(yes + " of " + units + " units can't have said yes");
        }
        double needed = EvidenceTest.needed(alpha);
        if (units == 0) {
            return new RateInterval(0, 1);
        }
        double rate = (double) yes / units;
        return new RateInterval(end(yes, units, rate, 0, needed), end(yes, units, rate, 1, needed));
    }

    private static double end(long yes, long units, double rate, double extreme, double needed) {
        if (evidence(yes, units, extreme) < needed) {
            return extreme;
        }
        double open = rate;
        double refuted = extreme;
        for (int step = 0; step < STEPS; step++) {
            double middle = (open + refuted) / 2;
            if (evidence(yes, units, middle) >= needed) {
                refuted = middle;
            } else {
                open = middle;
            }
        }
        return refuted;
    }

    /** Returns the logarithm of the mean likelihood over the likelihood of {@code rate}. */
    private static double evidence(long yes, long units, double rate) {
        double mean = Factorial.logarithm(yes) + Factorial.logarithm(units - yes) - Factorial.logarithm(units + 1);
        return mean - times(yes, rate) - times(units - yes, 1 - rate);
    }

    private static double times(long count, double probability) {
        return count == 0 ? 0 : count * StrictMath.log(probability);
    }
}
