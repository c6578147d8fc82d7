package org.kanmai.simulator.town.feeds;

import java.util.Optional;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.simulator.town.world.Feed;
import org.kanmai.simulator.town.world.Response;
import org.kanmai.simulator.town.world.Town;

/** Owes new works the same first pool as the ladder, in the same positions; the others are filled by another feed. */
final class OwingFeed implements TriedFeed {
    private final Feed others;
    private final Reserved reserved;
    private final FirstPool first;

    OwingFeed(Feed others, DistributionPolicy policy, Town town) {
        this.others = others;
        reserved = new Reserved(policy.page());
        first = new FirstPool(policy, town);
    }

    @Override
    public void published(int work) {
        others.published(work);
        first.published(work);
    }

    @Override
    public void begins(int hour) {
        first.begins(hour);
        others.begins(hour);
    }

    @Override
    public int next(int viewer, int position, int[] taken) {
        int work = reserved.isReserved(position) ? first.next(viewer, position, taken) : -1;
        return work >= 0 ? work : others.next(viewer, position, taken);
    }

    @Override
    public void shown(int viewer, int work, int position, int outcomes) {
        others.shown(viewer, work, position, outcomes);
        if (first.holds(work)) {
            first.deliver(work);
        }
    }

    @Override
    public void responded(int viewer, int work, Response response) {
        others.responded(viewer, work, response);
    }

    @Override
    public Optional<FirstPool> firstPool() {
        return Optional.of(first);
    }
}
