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
        float sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += one[at] * other[at];
        }
        return sum;
    }
}
