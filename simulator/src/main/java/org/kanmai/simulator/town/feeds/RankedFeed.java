package org.kanmai.simulator.town.feeds;

import java.util.Optional;
import org.kanmai.distribution.ladder.Cell;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.simulator.town.world.Town;

/** A feed by a ranking alone, or by one that owes the same first pool as the ladder. */
final class RankedFeed implements TriedFeed {
    private final Ranking ranking;
    private final Town town;
    private final Orders orders;
    private final Reserved reserved;
    private final Optional<FirstPool> first;

    RankedFeed(Ranking ranking, DistributionPolicy policy, Town town, long seed, Optional<FirstPool> first) {
        this.ranking = ranking;
        this.town = town;
        orders = new Orders(ranking, town, seed);
        reserved = new Reserved(policy.page());
        this.first = first;
    }

    @Override
    public void published(int work) {
        ranking.published(work);
        first.ifPresent(pool -> pool.published(work));
    }

    @Override
    public void begins(int hour) {
        first.ifPresent(pool -> pool.begins(hour));
        orders.begins(hour);
    }

    @Override
    public int next(int viewer, int position, int[] taken) {
        int work = reserved.isReserved(position)
                ? first.map(pool -> pool.next(viewer, position, taken)).orElse(-1)
                : -1;
        return work >= 0 ? work : orders.next(viewer, position, taken);
    }

    @Override
    public void shown(int viewer, int work, int position, int outcomes) {
        int cell = Cell.of(position, town.viewers().stratum(viewer)).index();
        ranking.shown(work, cell, outcomes);
        first.filter(pool -> pool.holds(work)).ifPresent(pool -> pool.deliver(work));
    }

    @Override
    public Optional<FirstPool> firstPool() {
        return first;
    }
}
