package org.kanmai.app.media.observing;

import org.kanmai.facts.Code;

/** A figure that is taken of a film's picture or sound. */
public enum Figure implements Code {
    /** How light the pictures are, 0-1. */
    BRIGHTNESS,
    /** How far light and dark lie apart in a picture, as twice the standard deviation, 0-1. */
    CONTRAST,
    /** Hasler and Süsstrunk's measure of 2003: 0 is grey, above 60 is gaudy. */
    COLOURFULNESS,
    /** How much a picture differs from the one a quarter of a second before, 0-1. */
    MOTION,
    /** Jumps from one picture to another in a minute. */
    CUTS_A_MINUTE,
    /** How loud the sound is as it was uploaded, in LUFS (EBU R 128); absent when there is none to measure. */
    LOUDNESS,
    /** The share of tenths of a second below −50 dB, 0-1. */
    SILENCE
}
