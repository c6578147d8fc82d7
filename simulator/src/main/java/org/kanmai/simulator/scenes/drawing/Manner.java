package org.kanmai.simulator.scenes.drawing;

/** How a creator sets captions. */
public enum Manner {
    /** White with a thick dark edge, as in variety shows. */
    OUTLINE,
    /** Dark letters on round plates. */
    PLATE,
    /** Large and left, with a thin rule above. */
    EDITORIAL,
    /** Slanted strips that slide in from the sides. */
    STRIP,
    /** Columns from right to left, with a red seal. */
    VERTICAL,
    /** A white bubble with a tail. */
    BUBBLE
}
