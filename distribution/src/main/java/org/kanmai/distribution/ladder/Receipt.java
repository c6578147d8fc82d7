package org.kanmai.distribution.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.kanmai.distribution.evidence.EvidenceTest;
import org.kanmai.distribution.evidence.RateInterval;
import org.kanmai.distribution.evidence.ScoreInterval;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Outcome;
import org.kanmai.distribution.policy.Trade;

/**
 * What a creator is told of a verdict, from nothing but what the verdict itself was made from.
 *
 * @param policy version of the rules
 * @param meanScore mean of the units' scores
 * @param interval where the work's score lies, in bars
 * @param verdict the rule that decided
 * @param mark the lower bound, in bars, that would have passed
 */
public record Receipt(
        int policy,
        Cohort cohort,
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
    public static Receipt of(
            DistributionPolicy policy,
            CohortSnapshot snapshot,
            Trial trial,
            Trade trade,
            Decision decision,
            Verdict verdict,
            double mark) {
        var bar = snapshot.bar(decision.pool());
        double alpha = policy.alpha(decision.pool());
        var change = new SmallestChange(policy.score(), trade, bar, mark, EvidenceTest.needed(alpha));
        var rates = new ArrayList<RateLine>();
        for (var outcome : Outcome.values()) {
            int yes = trial.yes(outcome);
            rates.add(new RateLine(
                    outcome,
                    yes,
                    trial.units(),
                    policy.score().weight(outcome, trade),
                    RateInterval.of(yes, trial.units(), alpha),
                    rateAt(bar, outcome),
                    verdict.stops() ? change.of(trial, outcome) : OptionalInt.empty()));
        }
        return new Receipt(
                policy.version(),
                snapshot.cohort(),
                bar,
                decision,
                verdict,
                trial.meanScore(policy.score(), trade),
                ScoreInterval.of(trial.against(bar, policy.score(), trade), alpha),
                mark,
                rates);
    }

    private static OptionalDouble rateAt(PoolBar bar, Outcome outcome) {
        var rate = bar.rates().get(outcome);
        return rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate);
    }
}
