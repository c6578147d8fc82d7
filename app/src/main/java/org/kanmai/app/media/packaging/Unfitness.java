package org.kanmai.app.media.packaging;

import org.kanmai.facts.Code;

/** Why a file can't become a film here. */
public enum Unfitness implements Code {
    NOT_A_VIDEO,
    TOO_LONG,
    TOO_SHORT,
    BROKEN,
    NO_PICTURE,
    TOO_LARGE,
    TIMED_OUT
}
