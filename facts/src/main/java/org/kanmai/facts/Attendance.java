package org.kanmai.facts;

/** What somebody did in a live room. */
public enum Attendance implements Code {
    /** Came in. */
    ENTERED,
    /** Went, after so many milliseconds by the server's clock. */
    LEFT,
    /** Said something; what was said is in no fact. */
    CHATTED,
    /** Said something in which it is too slow. */
    FOUND_SLOW,
    /** Said something in which it is too expensive. */
    FOUND_EXPENSIVE,
    /** Liked it so many times. */
    LIKED,
    /** Opened a product of its shelf. */
    OPENED_PRODUCT
}
