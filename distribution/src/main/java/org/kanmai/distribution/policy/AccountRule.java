package org.kanmai.distribution.policy;

import java.util.Map;

/**
 * What an account's weight is made of, and over how long.
 *
 * @param weights of the merits; they sum to one
 * @param violationDays an account without a violation in so many days has that merit
 * @param latelyDays one that published in so many days has that one
 */
public record AccountRule(Map<Merit, Double> weights, int violationDays, int latelyDays) {
    public AccountRule {
        weights = Map.copyOf(weights);
        if (!Weighing.isWhole(weights.values()) || violationDays < 1 || latelyDays < 1) {
            throw new IllegalArgumentException("not a rule of accounts: " + weights + violationDays + latelyDays);
        }
    }
}
