package org.kanmai.simulator.town.feeds;

/** Shows everything to everybody alike. */
record EvenRanking() implements Ranking {
    @Override
    public double value(int work, int hour) {
        return 0;
    }

    @Override
    public double fit(int viewer, int vertical) {
        return 0;
    }

    @Override
    public double evenly() {
        return 1;
    }
}
