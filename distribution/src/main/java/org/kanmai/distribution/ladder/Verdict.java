package org.kanmai.distribution.ladder;

/** What a look at a work in a pool comes to. */
public enum Verdict {
    /** More units are needed. */
    UNDECIDED,
    /** The quota is delivered without enough evidence: the cohort's round decides. */
    ENTERS_ROUND,
    PROMOTED_ON_EVIDENCE,
    PROMOTED_BY_RANK,
    STOPPED_ON_EVIDENCE,
    STOPPED_BY_RANK;

    /** Returns whether the work goes up a pool. */
    public boolean promotes() {
        return this == PROMOTED_ON_EVIDENCE || this == PROMOTED_BY_RANK;
    }

    /** Returns whether the work's way ends here. */
    public boolean stops() {
        return this == STOPPED_ON_EVIDENCE || this == STOPPED_BY_RANK;
    }
}
