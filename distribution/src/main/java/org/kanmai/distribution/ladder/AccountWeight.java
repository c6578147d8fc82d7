package org.kanmai.distribution.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kanmai.distribution.policy.AccountRule;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.Merit;

/**
 * How far an account has earned the whole first quota, with the reasons (TD-08).
 *
 * @param value in [0, 1]
 * @param terms one for each merit, in their order
 */
public record AccountWeight(double value, List<Term> terms) {

    /**
     * One reason.
     *
     * @param weight what the merit counts
     * @param given how far the account has it, in [0, 1]
     */
    public record Term(Merit merit, double weight, double given) {
        public Term {
            if (!(given >= 0 && given <= 1)) {
                throw new IllegalArgumentException("an account has a merit by a share: " + merit + " " + given);
            }
        }
    }

    public AccountWeight {
        terms = List.copyOf(terms);
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a weight lies in [0, 1]: " + value);
        }
    }

    /** Weighs an account's merits; one that is not given is not had. */
    public static AccountWeight of(AccountRule rule, Map<Merit, Double> given) {
        var terms = new ArrayList<Term>();
        double sum = 0;
        for (var merit : Merit.values()) {
            var term = new Term(merit, rule.weights().getOrDefault(merit, 0.0), given.getOrDefault(merit, 0.0));
            terms.add(term);
            sum += term.weight() * term.given();
        }
        return new AccountWeight(Math.min(1, sum), terms);
    }

    /**
     * Returns how many units the first pool owes a work of this account (TD-03).
     *
     * @param accountDays age of the account
     * @param earlierWorks how many works it published before; the first ones of a new account get at least the newcomers' quota
     */
    public int firstQuota(DistributionPolicy policy, int accountDays, int earlierWorks) {
        var quota = policy.pool(1).quota();
        var newcomers = policy.newcomers();
        boolean helped = accountDays < newcomers.days() && earlierWorks < newcomers.works();
        return Math.clamp(Math.max(quota.at(value), helped ? newcomers.quota() : 0), quota.least(), quota.most());
    }
}
