package org.kanmai.distribution.ladder;

import org.kanmai.facts.Verdict;

/**
 * One look at a work in a pool.
 *
 * @param above logarithm of the evidence that the work is better than its bar
 * @param below logarithm of the evidence that it is worse
 * @param needed what either must reach
 */
public record Decision(int pool, int units, int quota, double above, double below, double needed, Verdict verdict) {}
