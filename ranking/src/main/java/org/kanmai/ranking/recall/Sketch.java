package org.kanmai.ranking.recall;

import java.util.SplittableRandom;

/**
 * Makes long directions short so that likeness stays about the same: a fixed random projection (Johnson and Lindenstrauss 1984).
 * The same for all processes and releases.
 */
public final class Sketch {
    /** How many numbers a sketch has; likeness is kept to about an eighth. */
    public static final int SIZE = 64;

    private static final long SEED = 64;

    private final int length;
    private final float[][] rows;

    /** Takes directions of so many numbers. */
    public Sketch(int length) {
        this.length = length;
        this.rows = new float[SIZE][length];
        var random = new SplittableRandom(SEED);
        for (var row : rows) {
            for (int at = 0; at < length; at++) {
                row[at] = (float) (random.nextGaussian() / Math.sqrt(SIZE));
            }
        }
    }

    /** Returns the sketch of a direction. */
    public float[] of(float[] direction) {
        if (direction.length != length) {
            throw new IllegalArgumentException(direction.length + " numbers where " + length + " were expected");
        }
        var sketch = new float[SIZE];
        for (int at = 0; at < SIZE; at++) {
            sketch[at] = (float) Vectors.dot(rows[at], direction);
        }
        return sketch;
    }
}
