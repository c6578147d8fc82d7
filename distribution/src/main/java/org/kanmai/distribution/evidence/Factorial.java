package org.kanmai.distribution.evidence;

/** Logarithms of factorials by Stirling's series, the same bit for bit everywhere. */
final class Factorial {
    private static final double HALF_LOGARITHM_OF_TWO_PI = 0.9189385332046727;
    private static final int SUMMED_BELOW = 16;

    private Factorial() {}

    /** Returns ln n!, right to some 14 digits. */
    static double logarithm(long n) {
        if (n < SUMMED_BELOW) {
            return summed((int) n);
        }
        double x = n + 1.0;
        double inverse = 1 / (x * x);
        double series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse / 1680))) / x;
        return (x - 0.5) * StrictMath.log(x) - x + HALF_LOGARITHM_OF_TWO_PI + series;
    }

    private static double summed(int n) {
        double product = 1;
        for (int factor = 2; factor <= n; factor++) {
            product *= factor;
        }
        return StrictMath.log(product);
    }
}
