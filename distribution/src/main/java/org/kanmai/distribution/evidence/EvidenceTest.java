package org.kanmai.distribution.evidence;

/**
 * How strongly scores speak against a mean, by betting; it may be looked at after every unit without losing its meaning.
 *
 * <p>Who doubts that a unit's expected score is at most m stakes a fraction c of what he has on the score: it becomes 1 - c + c·S/m
 * times as much, which is no gain on average while the doubt is unfounded. Who doubts that it is at least m stakes on 1 - S against
 * 1 - m. What he has after all units is a nonnegative supermartingale of start 1 if m may be known before each unit (Waudby-Smith &
 * Ramdas, Estimating means of bounded random variables by betting, JRSS B 2024), and so is the mean of several who stake different
 * fractions. By Ville's inequality it ever reaches 1/α with probability at most α, over all looks together.
 *
 * <p>The order of units does not matter to it; sums go over a fixed order by {@link StrictMath}.
 */
public final class EvidenceTest {
    /** What is staked: half, a quarter, and so on; each better has the same share of the start. */
    private static final int BETTERS = 8;

    /** A mean beyond it is not tested from below: no score could lie far enough under it. */
    private static final double LARGEST_MEAN = 0.999;

    private EvidenceTest() {}

    /** Returns the logarithm of the evidence that scores exceed {@code relative} times their means; 0 without units. */
    public static double above(ScoreTable table, double relative) {
        return mixture(table, relative, Side.ABOVE);
    }

    /** Returns the logarithm of the evidence that scores fall below {@code relative} times their means; 0 without units. */
    public static double below(ScoreTable table, double relative) {
        return mixture(table, relative, Side.BELOW);
    }

    /** Returns the logarithm of the evidence that an error of probability {@code alpha}, in (0, 1), asks for. */
    public static double needed(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("a probability of error lies between 0 and 1: " + alpha);
        }
        return -StrictMath.log(alpha);
    }

    private enum Side {
        ABOVE {
            @Override
            double odds(double score, double mean) {
                return score / mean;
            }
        },
        BELOW {
            @Override
            double odds(double score, double mean) {
                return (1 - score) / (1 - Math.min(mean, LARGEST_MEAN));
            }
        };

        /** Returns what a whole stake becomes; 1 on average at the mean. */
        abstract double odds(double score, double mean);
    }

    private static double mixture(ScoreTable table, double relative, Side side) {
        double stake = 1;
        var logarithms = new double[BETTERS];
        for (int better = 0; better < BETTERS; better++) {
            stake /= 2;
            logarithms[better] = capital(table, relative, side, stake);
        }
        return meanOf(logarithms);
    }

    private static double capital(ScoreTable table, double relative, Side side, double stake) {
        double sum = 0;
        for (int row = 0; row < table.rows(); row++) {
            double odds = side.odds(table.score(row), relative * table.mean(row));
            sum += table.count(row) * StrictMath.log(1 - stake + stake * odds);
        }
        return sum;
    }

    private static double meanOf(double[] logarithms) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double logarithm : logarithms) {
            largest = Math.max(largest, logarithm);
        }
        double sum = 0;
        for (double logarithm : logarithms) {
            sum += StrictMath.exp(logarithm - largest);
        }
        return largest + StrictMath.log(sum / logarithms.length);
    }
}
