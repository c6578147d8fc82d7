package org.kanmai.app.insight.traffic;

import org.kanmai.facts.Code;

/** Between whom exposures are compared. */
public enum Compared implements Code {
    /** People who published. */
    CREATORS,
    /** What they published. */
    WORKS
}
