package org.kanmai.simulator.town.feeds;

import org.kanmai.simulator.town.world.Dice;
import org.kanmai.simulator.town.world.Town;

/**
 * Thompson sampling: orders works by a draw of what their mean score may be, by Beta of scores and what they lack (Agrawal & Goyal 2012),
 * with what is known of tastes.
 *
 * <p>Draws are made once an hour for each of four groups of viewers.
 */
final class ThompsonRanking implements Ranking {
    /** By how much the logarithm of a score rises with what is known of a taste. */
    private static final double TASTE = 0.23;

    private final Town town;
    private final Dice dice;

    ThompsonRanking(Town town, long seed) {
        this.town = town;
        dice = new Dice(seed, 9, 0, 0);
    }

    @Override
    public double value(int work, int hour) {
        double score = town.works().score(work);
        double yes = gamma(1 + score);
        double no = gamma(1 + town.works().exposures(work) - score);
        return StrictMath.log(yes / (yes + no));
    }

    /** Draws by the way of Marsaglia & Tsang (2000), for shapes of 1 and more. */
    private double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = dice.normal();
            double root = 1 + c * x;
            double v = root * root * root;
            if (v > 0 && StrictMath.log(1 - dice.share()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }

    @Override
    public double fit(int viewer, int vertical) {
        return TASTE * town.viewers().knownTaste(viewer, vertical);
    }

    @Override
    public double evenly() {
        return 0;
    }

    @Override
    public int orders() {
        return 4;
    }
}
