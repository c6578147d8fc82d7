package org.kanmai.app.web;

import org.kanmai.facts.Code;

/** What a person may do here. */
public enum Role implements Code {
    /** Watches, comments, buys. */
    VIEWER,
    /** Uploads works. */
    CREATOR,
    /** Sells products. */
    MERCHANT,
    /** Reviews, sets rules, runs the site. */
    OPERATOR,
    /** Reads the proofs. */
    AUDITOR
}
