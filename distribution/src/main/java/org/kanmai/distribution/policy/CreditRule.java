package org.kanmai.distribution.policy;

import org.kanmai.facts.PoolFavour;

/**
 * What a merchant's record does to the quotas of later pools (EC-17, EC-18); the first pool is everybody's.
 *
 * @param honest by how much the quotas of an honest merchant's works are multiplied
 * @param blacklisted by how much those of a blacklisted one
 */
public record CreditRule(double honest, double blacklisted) {
    /** What a policy says that says nothing of credit. */
    public static final CreditRule NONE = new CreditRule(1, 1);

    private static final int FIRST_FAVOURED = 2;

    public CreditRule {
        if (!(honest >= 1 && honest <= 2) || !(blacklisted > 0 && blacklisted <= 1)) {
            throw new IllegalArgumentException("not a rule of credit: " + honest + ", " + blacklisted);
        }
    }

    /** Returns what a mark does to the quota of a pool; nothing to the first. */
    public PoolFavour favour(int pool, CreditMark mark) {
        double factor = factor(mark);
        return pool < FIRST_FAVOURED || factor == 1 ? PoolFavour.NONE : new PoolFavour(factor, mark.key());
    }

    private double factor(CreditMark mark) {
        return switch (mark) {
            case NONE -> 1;
            case HONEST_MERCHANT -> honest;
            case BLACKLISTED -> blacklisted;
        };
    }
}
