package org.kanmai.app.insight.traffic;

import java.time.LocalDate;
import java.util.List;
import org.kanmai.app.insight.board.Board.Figure;
import org.kanmai.app.insight.lake.Freshness;

/**
 * The operator's board of traffic.
 *
 * @param simulated whether simulated facts are among them
 * @param natural exposures that nobody paid for; the rest was bought
 * @param positions how many of the positions were reserved or drawn at random
 * @param pools what became of works on the ladder
 * @param survival over all cohorts that are old enough
 */
record Traffic(
        Freshness.AsOf asOf,
        LocalDate from,
        LocalDate to,
        boolean simulated,
        long exposures,
        long natural,
        List<Shown> shown,
        List<Figure> positions,
        Concentration creators,
        Concentration works,
        List<PoolCount> pools,
        List<Cohort> cohorts,
        List<Figure> survival) {
    Traffic {
        shown = List.copyOf(shown);
        positions = List.copyOf(positions);
        pools = List.copyOf(pools);
        cohorts = List.copyOf(cohorts);
        survival = List.copyOf(survival);
    }

    /**
     * How unevenly exposures are spread.
     *
     * @param members how many are compared
     * @param exposures that they have together
     */
    record Concentration(long members, long exposures, List<Figure> figures, List<Spread.Point> curve) {
        Concentration {
            figures = List.copyOf(figures);
            curve = List.copyOf(curve);
        }
    }
}
