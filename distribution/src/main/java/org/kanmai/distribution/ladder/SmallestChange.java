package org.kanmai.distribution.ladder;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.kanmai.distribution.evidence.EvidenceTest;
import org.kanmai.distribution.evidence.ScoreInterval;
import org.kanmai.distribution.evidence.ScoreTable;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.distribution.policy.ScoreRule;
import org.kanmai.distribution.policy.Trade;

/**
 * How many more units would have had to say yes.
 *
 * <p>They are asked in one fixed order, those first for whom a yes weighs most: the least score against the least bar.
 */
record SmallestChange(ScoreRule rule, Trade trade, PoolBar bar, double mark, double needed) {

    private record Kind(double score, double changed, double mean, int count) {}

    OptionalInt of(Trial trial, Outcome outcome) {
        if (rule.weight(outcome, trade) == 0) {
            return OptionalInt.empty();
        }
        var kinds = kinds(trial, outcome);
        int most = kinds.stream()
                .filter(kind -> kind.changed() > kind.score())
                .mapToInt(Kind::count)
                .sum();
        if (!passes(kinds, most)) {
            return OptionalInt.empty();
        }
        int tooFew = -1;
        int enough = most;
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) / 2;
            if (passes(kinds, middle)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return OptionalInt.of(enough);
    }

    private List<Kind> kinds(Trial trial, Outcome outcome) {
        var kinds = new ArrayList<Kind>();
        trial.forEach((outcomes, cell, count) -> kinds.add(new Kind(
                rule.score(outcomes, trade), rule.score(changed(outcomes, outcome), trade), bar.mean(cell), count)));
        kinds.sort(Comparator.<Kind>comparingDouble(kind -> kind.score() + kind.mean())
                .thenComparingDouble(Kind::mean)
                .thenComparingDouble(Kind::changed));
        return kinds;
    }

    private static int changed(int outcomes, Outcome outcome) {
        boolean has = (outcomes & outcome.bit()) != 0;
        return has ? outcomes : outcomes | outcome.bit() | outcome.presupposed();
    }

    private boolean passes(List<Kind> kinds, int changes) {
        var rows = new ArrayList<ScoreTable.Row>();
        int left = changes;
        for (var kind : kinds) {
            int changed = kind.changed() > kind.score() ? Math.min(left, kind.count()) : 0;
            left -= changed;
            add(rows, kind.changed(), kind.mean(), changed);
            add(rows, kind.score(), kind.mean(), kind.count() - changed);
        }
        return EvidenceTest.above(ScoreTable.of(rows), Math.max(mark, 1 / ScoreInterval.WIDEST)) >= needed;
    }

    private static void add(List<ScoreTable.Row> rows, double score, double mean, int count) {
        if (count > 0) {
            rows.add(new ScoreTable.Row(score, mean, count));
        }
    }
}
