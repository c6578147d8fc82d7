package org.kanmai.simulator.town.ranker;

import org.kanmai.simulator.town.world.Feed;
import org.kanmai.simulator.town.world.Town;

/** Shows what truly is worth the most to a viewer by the weights of an aim, of all that was not seen: no feed can. */
final class OracleFeed implements Feed {
    private final Town town;
    private final double[] weights;
    private final Aim aim;

    OracleFeed(Aim aim, Town town) {
        this.town = town;
        this.aim = aim;
        weights = aim.weights();
    }

    @Override
    public void published(int work) {}

    @Override
    public void begins(int hour) {}

    @Override
    public int next(int viewer, int position, int[] taken) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int work = 0; work < town.works().size(); work++) {
            if (town.viewers().hasSeen(viewer, work)) {
                continue;
            }
            double worth = Aim.worth(town.chances(viewer, work), weights);
            if (aim.selling() > 0 && town.commerce().sells(work)) {
                worth += aim.selling();
            }
            if (worth > most) {
                most = worth;
                best = work;
            }
        }
        return best;
    }

    @Override
    public void shown(int viewer, int work, int position, int outcomes) {}
}
