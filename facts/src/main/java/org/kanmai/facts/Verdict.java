package org.kanmai.facts;

/** What a look at a work in a pool comes to. */
public enum Verdict implements Code {
    /** More units are needed. */
    UNDECIDED,
    /** The quota is delivered without enough evidence: a round decides. */
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
