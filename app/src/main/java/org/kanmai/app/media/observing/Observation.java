package org.kanmai.app.media.observing;

import org.kanmai.facts.Code;

/**
 * What one machine check measured in a film.
 *
 * @param share of the film, 0-1; below 0 when it could not be measured
 */
public record Observation(Check check, double share) {

    /** What was looked at. */
    public enum Check implements Code {
        /** Pictures that are black. */
        BLACK_FRAMES,
        /** Pictures that are as the one a quarter of a second before. */
        FROZEN_FRAMES,
        /** Tenths of a second below −50 dB; all of a film without sound. */
        SILENCE,
        /** Seconds that a banned film shows too. */
        NEAR_COPY
    }

    /** Returns an observation that could not be made. */
    public static Observation unknown(Check check) {
        return new Observation(check, -1);
    }

    /** Returns whether it could be measured. */
    public boolean known() {
        return share >= 0;
    }
}
