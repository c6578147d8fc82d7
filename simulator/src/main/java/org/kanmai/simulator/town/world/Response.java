package org.kanmai.simulator.town.world;

/** What a viewer does with a work beyond the outcomes that a ladder scores; at most one of these. */
public enum Response {
    NOTHING,
    /** Asks for less of this. */
    DISLIKED,
    /** Opens the product that it shows. */
    OPENED,
    /** Opens it, and pays for it. */
    ORDERED
}
