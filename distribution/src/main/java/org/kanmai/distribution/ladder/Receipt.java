package org.kanmai.distribution.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.kanmai.distribution.evidence.RateInterval;
import org.kanmai.distribution.evidence.ScoreInterval;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.facts.Verdict;

/**
 * What a creator is told of a verdict, from nothing but what the verdict itself was made from.
 *
 * @param meanScore mean of the units' scores
 * @param interval where the work's score lies, in bars
 * @param verdict the rule that decided
 * @param mark the lower bound, in bars, that would have passed
 */
public record Receipt(
        PoolBar bar,
        Decision decision,
        Verdict verdict,
        double meanScore,
        ScoreInterval interval,
        double mark,
        List<RateLine> rates) {

    public Receipt {
        rates = List.copyOf(rates);
    }

    /**
     * Writes it.
     *
     * @param verdict of the decision, or of the round it led to
     * @param mark 1 when evidence decided; in a round the lower bound of the last work that was promoted
     */
    public static Receipt of(PoolTerms terms, Trial trial, Decision decision, Verdict verdict, double mark) {
        var bar = terms.bar();
        var change = new SmallestChange(terms.score(), terms.trade(), bar, mark, decision.needed());
        var rates = new ArrayList<RateLine>();
        for (var outcome : Outcome.values()) {
            int yes = trial.yes(outcome);
            rates.add(new RateLine(
                    outcome,
                    yes,
                    trial.units(),
                    terms.score().weight(outcome, terms.trade()),
                    RateInterval.of(yes, trial.units(), terms.alpha()),
                    rateAt(bar, outcome),
                    verdict.stops() ? change.of(trial, outcome) : OptionalInt.empty()));
        }
        return new Receipt(
                bar,
                decision,
                verdict,
                trial.meanScore(terms.score(), terms.trade()),
                ScoreInterval.of(trial.against(bar, terms.score(), terms.trade()), terms.alpha()),
                mark,
                rates);
    }

    private static OptionalDouble rateAt(PoolBar bar, Outcome outcome) {
        var rate = bar.rates().get(outcome);
        return rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate);
    }
}
