package org.kanmai.facts;

/** How the item of a position was chosen. */
public enum SlotKind implements Code {
    /** By score; deterministic. */
    RANKED,
    /** Drawn by Plackett-Luce over the final scores. */
    RANDOMISED,
    /** Drawn by a weighted lottery among reserved candidates. */
    RESERVED
}
