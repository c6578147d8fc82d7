package org.kanmai.distribution.ladder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.distribution.policy.ScoreRule;
import org.kanmai.distribution.policy.Trade;

/** What bars need to know of a work that finished a pool. */
record FinishedTrial(
        long work,
        Cohort cohort,
        int pool,
        LocalDate on,
        List<CellScore> cells,
        Map<Outcome, Double> rates,
        double score,
        int units) {

    /** The sum of scores in a cell. */
    record CellScore(int cell, int units, double score) {
        private CellScore plus(CellScore other) {
            return new CellScore(cell, units + other.units, score + other.score);
        }
    }

    static FinishedTrial of(
            long work, Cohort cohort, int pool, LocalDate on, Trial trial, ScoreRule rule, Trade trade) {
        var cells = new TreeMap<Integer, CellScore>();
        trial.forEach((outcomes, cell, count) ->
                cells.merge(cell, new CellScore(cell, count, count * rule.score(outcomes, trade)), CellScore::plus));
        var rates = new EnumMap<Outcome, Double>(Outcome.class);
        for (var outcome : Outcome.values()) {
            rates.put(outcome, (double) trial.yes(outcome) / trial.units());
        }
        double score = cells.values().stream().mapToDouble(CellScore::score).sum();
        return new FinishedTrial(
                work, cohort, pool, on, new ArrayList<>(cells.values()), Map.copyOf(rates), score, trial.units());
    }

    double rate(Outcome outcome) {
        return rates.getOrDefault(outcome, 0.0);
    }

    void addTo(double[] scored, double[] expected) {
        for (var each : cells) {
            scored[each.cell()] += each.score();
            expected[each.cell()] += each.units() * score / units;
        }
    }

    /** Returns its score over what the cells let expect of an average one. */
    double relativeTo(double[] factors) {
        double expected = 0;
        for (var each : cells) {
            expected += each.units() * factors[each.cell()];
        }
        return score / expected;
    }
}
