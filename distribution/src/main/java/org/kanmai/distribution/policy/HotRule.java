package org.kanmai.distribution.policy;

/**
 * What works get that reviewers let go hot.
 *
 * @param quota units
 * @param reviewers how many must agree, at least one
 */
public record HotRule(int quota, int reviewers) {
    public HotRule {
        if (quota < 1 || reviewers < 1) {
            throw new IllegalArgumentException("hot needs units and a reviewer: " + quota + ", " + reviewers);
        }
    }
}
