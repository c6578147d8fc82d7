package org.kanmai.app.content.understanding;

import org.kanmai.facts.Code;

/** How long a work is, as people speak of it. */
public enum Length implements Code {
    /** Up to 15 seconds. */
    FLASH,
    /** Up to a minute. */
    SHORT,
    /** Up to three minutes. */
    MEDIUM,
    LONG;

    /** Returns the band of a duration. */
    static Length of(int millis) {
        if (millis <= 15_000) {
            return FLASH;
        }
        if (millis <= 60_000) {
            return SHORT;
        }
        return millis <= 180_000 ? MEDIUM : LONG;
    }
}
