package org.kanmai.simulator.town.feeds;

import org.kanmai.simulator.town.world.Town;

/** Knows how well works are truly made and what viewers truly like: what no feed can, to compare with. */
record TrueRanking(Town town) implements Ranking {
    /** Log-odds of a completion by a standard deviation of quality. */
    private static final double QUALITY = 0.65;

    @Override
    public double value(int work, int hour) {
        return QUALITY * town.works().quality(work);
    }

    @Override
    public double fit(int viewer, int vertical) {
        return town.viewers().suit(viewer, vertical);
    }

    @Override
    public double evenly() {
        return 0;
    }
}
