package org.kanmai.facts;

/** A topic of the log; each has 16 partitions for ever. */
public enum Topic implements Code {
    /** Keyed by pseudonym. */
    VIEWER,
    /** Keyed by work, or by live room. */
    WORK,
    /** Keyed by order. */
    TRADE;

    /** Partitions of each topic, for ever: keys are spread over them. */
    public static final int PARTITIONS = 16;
}
