package org.kanmai.app.content.understanding;

import org.kanmai.facts.Code;

/** Which way a picture stands. */
public enum Shape implements Code {
    UPRIGHT,
    /** Neither side is a tenth longer than the other. */
    SQUARE,
    WIDE;

    private static final double NEARLY = 1.1;

    /** Returns the shape of a picture. */
    static Shape of(int width, int height) {
        if (height > width * NEARLY) {
            return UPRIGHT;
        }
        return width > height * NEARLY ? WIDE : SQUARE;
    }
}
