package org.kanmai.distribution.policy;

/**
 * How new accounts are helped to begin (TD-37).
 *
 * @param days an account is new for so many days
 * @param works its first so many works...
 * @param quota ...get at least this first quota
 */
public record NewcomerRule(int days, int works, int quota) {
    public NewcomerRule {
        if (days < 1 || works < 0 || quota < 0) {
            throw new IllegalArgumentException("not a rule of newcomers: " + days + ", " + works + ", " + quota);
        }
    }
}
