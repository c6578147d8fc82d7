package org.kanmai.simulator.town.feeds;

import org.kanmai.simulator.town.world.Works;

/** (2 likes + 3 comments + 4 shares + 3 saves + 0.1 views) / (hours + 1), the same for everybody; the town has no saves. */
record PopularityRanking(Works works) implements Ranking {
    @Override
    public double value(int work, int hour) {
        double sum =
                2 * works.likes(work) + 3 * works.comments(work) + 4 * works.shares(work) + 0.1 * works.plays(work);
        return sum / (hour - works.hour(work) + 1);
    }

    @Override
    public double fit(int viewer, int vertical) {
        return 0;
    }

    @Override
    public double evenly() {
        return 0;
    }
}
