package org.kanmai.simulator.town;

import java.util.List;
import java.util.Locale;

/**
 * A mean over seeds and half of its 95 % interval by Student's t.
 *
 * @param half infinite where there is one value only
 */
record Paired(double mean, double half) {
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093
    };

    /** Returns the mean of values of independent seeds. */
    static Paired of(List<Double> values) {
        int size = values.size();
        double mean = values.stream().mapToDouble(Double::doubleValue).sum() / size;
        if (size < 2) {
            return new Paired(mean, Double.POSITIVE_INFINITY);
        }
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        double student = size - 2 < STUDENT.length ? STUDENT[size - 2] : 2.09;
        return new Paired(mean, student * Math.sqrt(squares / (size - 1) / size));
    }

    /** Returns the lower end. */
    double low() {
        return mean - half;
    }

    /** Returns the upper end. */
    double high() {
        return mean + half;
    }

    /** Returns the mean and the half after a sign, in units of which so many make one. */
    String text(int digits, double units) {
        var format = "%." + digits + "f";
        var mid = String.format(Locale.ROOT, format, units * mean);
        return Double.isInfinite(half) ? mid : mid + " ± " + String.format(Locale.ROOT, format, units * half);
    }
}
