package org.kanmai.distribution.policy;

/** How many of a page's positions are reserved for works that are owed exposures. */
public record PageRule(int reserved, int positions) {
    public PageRule {
        if (reserved < 1 || reserved > positions) {
            throw new IllegalArgumentException(reserved + " of " + positions + " positions can't be reserved");
        }
    }
}
