package org.kanmai.simulator.town.feeds;

import java.util.stream.IntStream;
import org.kanmai.simulator.town.world.Dice;
import org.kanmai.simulator.town.world.Town;

/** A ranking put into order anew each hour; pages choose from it. */
final class Orders {
    private final Ranking ranking;
    private final Order[] orders;
    private final Dice dice;

    Orders(Ranking ranking, Town town, long seed) {
        this.ranking = ranking;
        orders = IntStream.range(0, ranking.orders())
                .mapToObj(each -> new Order(town.works(), town.viewers()))
                .toArray(Order[]::new);
        dice = new Dice(seed, 8, 0, 0);
    }

    void begins(int hour) {
        for (var order : orders) {
            order.sort(ranking, hour);
        }
    }

    /** Returns what a position shows, or -1. */
    int next(int viewer, int position, int[] taken) {
        var order = orders[viewer % orders.length];
        if (ranking.evenly() > 0 && dice.share() < ranking.evenly()) {
            int drawn = order.any(viewer, taken, position, dice);
            if (drawn >= 0) {
                return drawn;
            }
        }
        return order.best(viewer, ranking, taken, position);
    }
}
