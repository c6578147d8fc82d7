package org.kanmai.simulator.town.feeds;

import java.util.List;
import org.kanmai.distribution.ladder.Cell;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.simulator.town.world.OutcomeTable;

/** How often each scored outcome came so far in the feed, of exposures of one length in one cell. */
final class Usual {
    private static final List<Outcome> OUTCOMES = Outcome.SCORED;
    private static final double[] AT_FIRST = {0.7, 0.2, 0.02, 0.003, 0.001};
    private static final double AT_FIRST_UNITS = 300;

    private final double[][] yes = new double[OUTCOMES.size()][OutcomeTable.LENGTHS * Cell.COUNT];
    private final double[] units = new double[OutcomeTable.LENGTHS * Cell.COUNT];

    double rate(int outcome, int length, int cell) {
        int place = length * Cell.COUNT + cell;
        return (yes[outcome][place] + AT_FIRST[outcome] * AT_FIRST_UNITS) / (units[place] + AT_FIRST_UNITS);
    }

    void count(int length, int cell, int outcomes) {
        int place = length * Cell.COUNT + cell;
        units[place]++;
        for (int outcome = 0; outcome < OUTCOMES.size(); outcome++) {
            yes[outcome][place] += outcomes >> outcome & 1;
        }
    }
}
