package org.kanmai.app.governance;

import org.kanmai.facts.Code;

/** What a machine check came to; an operator decides. */
public enum Finding implements Code {
    /** The check saw nothing, within its blind spot. */
    CLEAR,
    /** The check saw something that an operator should look at. */
    DOUBTFUL,
    /** The check could not be made. */
    UNKNOWN
}
