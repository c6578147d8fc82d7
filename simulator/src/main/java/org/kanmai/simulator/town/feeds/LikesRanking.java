package org.kanmai.simulator.town.feeds;

import java.util.Arrays;
import org.kanmai.simulator.town.world.Town;
import org.kanmai.simulator.town.world.Works;

/**
 * 0.35 engagement + 0.30 personal + 0.25 fresh + 0.10 creator, each in [0, 1], among works with two likes or more, of which 30 % of the
 * positions are drawn evenly.
 */
final class LikesRanking implements Ranking {
    private static final int LIKES = 2;
    private static final double FULL_ENGAGEMENT = 0.1;
    private static final double FRESH_HOURS = 48;

    private final Town town;
    private double[] engaged = new double[0];
    private double[] exposed = new double[0];
    private int summed = -1;

    LikesRanking(Town town) {
        this.town = town;
    }

    @Override
    public double value(int work, int hour) {
        sumCreators(hour);
        var works = town.works();
        if (works.likes(work) < LIKES) {
            return Double.NEGATIVE_INFINITY;
        }
        int creator = works.creator(work);
        double fresh = StrictMath.exp((works.hour(work) - hour) / FRESH_HOURS);
        return 0.35 * rate(engagement(works, work), works.exposures(work))
                + 0.25 * fresh
                + 0.10 * rate(engaged[creator], exposed[creator]);
    }

    private void sumCreators(int hour) {
        if (summed == hour) {
            return;
        }
        summed = hour;
        engaged = new double[town.creators().size()];
        exposed = new double[engaged.length];
        var works = town.works();
        Arrays.setAll(engaged, creator -> 0);
        for (int work = 0; work < works.size(); work++) {
            engaged[works.creator(work)] += engagement(works, work);
            exposed[works.creator(work)] += works.exposures(work);
        }
    }

    private static double engagement(Works works, int work) {
        return works.likes(work) + 2.0 * works.comments(work) + 3.0 * works.shares(work);
    }

    private static double rate(double engaged, double exposed) {
        return Math.min(1, engaged / Math.max(1, exposed) / FULL_ENGAGEMENT);
    }

    @Override
    public double fit(int viewer, int vertical) {
        return 0.30 / (1 + StrictMath.exp(-2 * town.viewers().knownTaste(viewer, vertical)));
    }

    @Override
    public double evenly() {
        return 0.3;
    }
}
