package org.kanmai.ranking.features;

import org.kanmai.facts.Code;

/** How long a work is, in the bands that people choose by (TD-59). */
public enum LengthBand implements Code {
    /** Less than 15 seconds. */
    GLANCE(15_000),
    /** Less than 30 seconds. */
    SHORT(30_000),
    /** Less than a minute. */
    MINUTE(60_000),
    /** Less than three minutes. */
    STORY(180_000),
    /** Three minutes or more. */
    LONG(Integer.MAX_VALUE);

    private final int belowMillis;

    LengthBand(int belowMillis) {
        this.belowMillis = belowMillis;
    }

    /** Returns the band of a length. */
    public static LengthBand of(int millis) {
        for (var band : values()) {
            if (millis < band.belowMillis) {
                return band;
            }
        }
        return LONG;
    }
}
