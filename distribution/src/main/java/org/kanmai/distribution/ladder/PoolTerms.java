package org.kanmai.distribution.ladder;

import org.kanmai.distribution.evidence.EvidenceTest;
import org.kanmai.distribution.evidence.ScoreInterval;
import org.kanmai.distribution.evidence.ScoreTable;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.PoolRule.Decided;
import org.kanmai.distribution.policy.ScoreRule;
import org.kanmai.distribution.policy.Trade;
import org.kanmai.facts.Verdict;

/**
 * All that a verdict on a work in a pool depends on, besides what the work has shown.
 *
 * @param alpha probability that evidence ever errs about the work in this pool
 */
public record PoolTerms(int pool, Decided decided, double alpha, ScoreRule score, Trade trade, PoolBar bar) {

    /** Returns the terms that a version of the policy gives a pool. */
    public static PoolTerms of(DistributionPolicy policy, int pool, PoolBar bar, Trade trade) {
        return new PoolTerms(pool, policy.pool(pool).decided(), policy.alpha(pool), policy.score(), trade, bar);
    }

    /** Looks at what a work has shown; a verdict that was reached at a look stands. */
    public Decision decide(Trial trial, int quota) {
        var table = against(trial);
        double above = EvidenceTest.above(table, 1);
        double below = EvidenceTest.below(table, 1);
        double needed = EvidenceTest.needed(alpha);
        var verdict = verdict(trial.units() >= quota, above >= needed, below >= needed);
        return new Decision(pool, trial.units(), quota, above, below, needed, verdict);
    }

    private Verdict verdict(boolean whole, boolean better, boolean worse) {
        if (!whole && decided == Decided.AT_END) {
            return Verdict.UNDECIDED;
        }
        if (better) {
            return Verdict.PROMOTED_ON_EVIDENCE;
        }
        if (worse) {
            return Verdict.STOPPED_ON_EVIDENCE;
        }
        return whole ? Verdict.ENTERS_ROUND : Verdict.UNDECIDED;
    }

    /** Returns the lower bound of the work's score, in bars: its rank in a round, and what it earns in the next pool. */
    public double low(Trial trial) {
        return ScoreInterval.low(against(trial), alpha);
    }

    private ScoreTable against(Trial trial) {
        return trial.against(bar, score, trade);
    }
}
