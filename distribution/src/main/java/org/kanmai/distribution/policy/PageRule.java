package org.kanmai.distribution.policy;

/**
 * How many of a page's positions are reserved for works that are owed exposures.
 *
 * @param live most live rooms that a page has behind its works
 */
public record PageRule(int reserved, int positions, int live) {
    /** What a document means that says nothing of live rooms. */
    static final int LIVE = 1;

    static final int MOST_LIVE = 3;

    public PageRule {
        if (reserved < 1 || reserved > positions || live < 0 || live > MOST_LIVE) {
            throw new IllegalArgumentException(
                    reserved + " of " + positions + " positions can't be reserved with " + live + " live rooms");
        }
    }

    /** Takes what a document says that says nothing of live rooms. */
    public PageRule(int reserved, int positions) {
        this(reserved, positions, LIVE);
    }
}
