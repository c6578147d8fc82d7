package org.kanmai.ranking.recall;

/** The arithmetic of vectors that lie in arrays of the same length. */
final class Vectors {
    private Vectors() {}

    /** Adds one vector, so many times, to another. */
    static void add(float[] to, float[] from, double times) {
        float factor = (float) times;
        for (int at = 0; at < to.length; at++) {
            to[at] += factor * from[at];
        }
    }

    /** Returns the dot product. */
    static double dot(float[] one, float[] other) {
        return dot(one, other, 0);
    }

    /** Returns the dot product with what begins at a place of an array; four sums, since each addition waits for the one before. */
    static double dot(float[] one, float[] all, int from) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int at = 0;
        for (; at + 3 < one.length; at += 4) {
            a += one[at] * all[from + at];
            b += one[at + 1] * all[from + at + 1];
            c += one[at + 2] * all[from + at + 2];
            d += one[at + 3] * all[from + at + 3];
        }
        for (; at < one.length; at++) {
            a += one[at] * all[from + at];
        }
        return (a + b) + (c + d);
    }
}
