package org.kanmai.app.feed.models;

import org.kanmai.facts.Code;

/** What became of a model. */
enum ModelVerdict implements Code {
    /** It may rank. */
    PASSED,
    /** Something speaks against it. */
    REFUSED,
    /** It has learned from too few exposures to rank. */
    TOO_FEW,
    /** It was made after one to which an operator went back. */
    DROPPED,
    /** Its file is damaged: nobody goes on from it, and none that starts ranks by it. */
    UNREADABLE
}
