package org.kanmai.simulator.town.feeds;

import java.util.Optional;
import org.kanmai.distribution.ladder.Cell;
import org.kanmai.simulator.town.world.Town;

/** A feed by a ranking alone. */
final class RankedFeed implements TriedFeed {
    private final Ranking ranking;
    private final Town town;
    private final Orders orders;

    RankedFeed(Ranking ranking, Town town, long seed) {
        this.ranking = ranking;
        this.town = town;
        orders = new Orders(ranking, town, seed);
    }

    @Override
    public void published(int work) {
        ranking.published(work);
    }

    @Override
    public void begins(int hour) {
        orders.begins(hour);
    }

    @Override
    public int next(int viewer, int position, int[] taken) {
        return orders.next(viewer, position, taken);
    }

    @Override
    public void shown(int viewer, int work, int position, int outcomes) {
        int cell = Cell.of(position, town.viewers().stratum(viewer)).index();
        ranking.shown(work, cell, outcomes);
    }

    @Override
    public Optional<FirstPool> firstPool() {
        return Optional.empty();
    }
}
