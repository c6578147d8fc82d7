package org.kanmai.app.content.understanding;

import org.kanmai.facts.Code;

/** A figure of a work's picture or sound; each is 0-1 unless it says otherwise. */
public enum Figure implements Code {
    BRIGHTNESS,
    CONTRAST,
    /** 0 is grey, above 60 is gaudy. */
    COLOURFULNESS,
    MOTION,
    /** A number. */
    CUTS_A_MINUTE,
    /** In LUFS, below 0; absent without sound. */
    LOUDNESS,
    /** The share of the film without a sound. */
    SILENCE
}
