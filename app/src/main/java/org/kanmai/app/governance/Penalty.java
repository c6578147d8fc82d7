package org.kanmai.app.governance;

import org.kanmai.facts.Code;

/** What follows when a subject is found to break a class of rules; the table {@code governance.violation} says which. */
public enum Penalty implements Code {
    /** The subject is not shown any more. */
    REMOVE,
    /** Besides, its media mark near-copies from now on. */
    REMOVE_AND_MARK_COPIES,
    /** Besides, enough reports hide it before an operator has looked. */
    HIDE_AND_MARK_COPIES;

    /** Returns whether near-copies of the media are to be marked. */
    public boolean marksCopies() {
        return this != REMOVE;
    }

    boolean hidesOnReports() {
        return this == HIDE_AND_MARK_COPIES;
    }
}
