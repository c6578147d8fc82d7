package org.kanmai.ranking.sequence;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Weights that every batch changes, their gradients of this batch, and what Adam remembers of former ones. */
final class Parameter {
    final int rows;
    final int columns;
    final float[] values;
    final float[] gradients;
    final float[] means;
    final float[] squares;

    Parameter(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        values = new float[rows * columns];
        gradients = new float[rows * columns];
        means = new float[rows * columns];
        squares = new float[rows * columns];
    }

    Parameter filled(float value) {
        Arrays.fill(values, value);
        return this;
    }

    /** Draws the weights evenly so that what goes in and what comes out have a like spread (Glorot). */
    Parameter drawn(SplittableRandom random) {
        double most = Math.sqrt(6.0 / (rows + columns));
        for (int each = 0; each < values.length; each++) {
            values[each] = (float) random.nextDouble(-most, most);
        }
        return this;
    }

    Matrix matrix() {
        return Matrix.of(values, rows, columns);
    }

    Matrix gradient() {
        return Matrix.of(gradients, rows, columns);
    }

    void forgetGradients() {
        Arrays.fill(gradients, 0);
    }

    /** Copies the weights alone. */
    void copyInto(Parameter other) {
        System.arraycopy(values, 0, other.values, 0, values.length);
    }

    /** Adds the sum of each column of a matrix with whole rows to the gradients of a bias. */
    void addColumnSums(float[] of, int count) {
        for (int row = 0; row < count; row++) {
            int from = row * columns;
            for (int column = 0; column < columns; column++) {
                gradients[column] += of[from + column];
            }
        }
    }
}
