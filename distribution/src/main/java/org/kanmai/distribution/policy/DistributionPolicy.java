package org.kanmai.distribution.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * One version of the rules of distribution, complete.
 *
 * @param version its number, on every exposure and verdict
 * @param from the first day on which it holds
 * @param alpha probability that evidence ever errs about a work in its whole life, all pools and looks together
 * @param pools the steps of the ladder in order, the first is numbered 1
 * @param fullQuotaAt the lower bound of a work's score, in bars, that earns the most units of the next pool; 1 earns the least
 * @param credit what a merchant's record does to the quotas of later pools
 */
public record DistributionPolicy(
        int version,
        LocalDate from,
        ScoreRule score,
        UnitRule unit,
        AccountRule account,
        NewcomerRule newcomers,
        CohortRule cohort,
        double alpha,
        List<PoolRule> pools,
        double fullQuotaAt,
        HotRule hot,
        CreditRule credit,
        PageRule page,
        RankingRule ranking) {

    public DistributionPolicy {
        pools = List.copyOf(pools);
        if (version < 1 || pools.isEmpty() || !(fullQuotaAt > 1)) {
            throw new IllegalArgumentException("a policy has a version and pools: " + version + ", " + pools);
        }
        double shares = 0;
        for (int place = 0; place < pools.size(); place++) {
            shares += pools.get(place).alphaShare();
            if (pools.get(place).number() != place + 1) {
                throw new IllegalArgumentException("pools are numbered from 1 on: " + pools);
            }
        }
        if (!(alpha > 0 && alpha < 1) || shares > 1 + Weighing.TOLERANCE) {
            throw new IllegalArgumentException("pools share an error between 0 and 1: " + alpha + ", " + shares);
        }
    }

    /** Returns the rule of a pool. */
    public PoolRule pool(int number) {
        return pools.get(number - 1);
    }

    /** Returns the probability that evidence ever errs about a work in a pool. */
    public double alpha(int number) {
        return alpha * pool(number).alphaShare();
    }

    /** Returns the quota of a later pool that a lower bound of the score in the pool before, in bars, has earned. */
    public int quota(int number, double low) {
        return pool(number).quota().at((low - 1) / (fullQuotaAt - 1));
    }

    /** Returns whether a pool follows this one without a reviewer. */
    public boolean isLast(int number) {
        return number == pools.size();
    }
}
