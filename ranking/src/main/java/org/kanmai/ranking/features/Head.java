package org.kanmai.ranking.features;

import org.kanmai.facts.Code;

/** What the network tells of an exposure, each in [0, 1]; a snapshot knows heads by name and place. */
public enum Head implements Code {
    /** Whether it is watched for 3 seconds. */
    HOLD,
    /** Whether the first run reaches 95 % of the work. */
    COMPLETION,
    /** For how many of the first 60 seconds it is watched, as a share of them. */
    WATCH_TIME,
    LIKE,
    COMMENT,
    SHARE,
    /** Whether its creator is followed. */
    FOLLOW,
    /** Whether a product that it shows is opened. */
    OPEN,
    /** Whether a product that it shows is paid for and kept. */
    ORDER,
    /** Whether less of this is asked for, or it is reported. */
    DISLIKE;

    /** How many heads there are. */
    public static final int COUNT = values().length;
}
