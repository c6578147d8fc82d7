package org.kanmai.ranking.sequence;

import java.util.Arrays;

/** A view of numbers in an array as rows and columns; it owns nothing and keeps the array that it is given. */
final class Matrix {
    final float[] values;
    final int offset;
    final int rows;
    final int columns;
    /** How far the next row is in the array, and the next column. */
    final int down;

    final int across;

    private Matrix(float[] values, int offset, int rows, int columns, int down, int across) {
        this.values = values;
        this.offset = offset;
        this.rows = rows;
        this.columns = columns;
        this.down = down;
        this.across = across;
    }

    /** Returns a view of rows that follow each other without a gap from the array's begin. */
    static Matrix of(float[] values, int rows, int columns) {
        return new Matrix(values, 0, rows, columns, columns, 1);
    }

    /** Returns a view from an offset whose rows begin so far apart. */
    static Matrix of(float[] values, int offset, int rows, int columns, int apart) {
        return new Matrix(values, offset, rows, columns, apart, 1);
    }

    /** Returns the same numbers with rows and columns changed for each other; nothing is copied. */
    Matrix transposed() {
        return new Matrix(values, offset, columns, rows, across, down);
    }

    /**
     * Copies this with rows and columns changed for each other into an array, so that its rows are whole again.
     *
     * @param apart how far the copy's rows are apart; what is beyond the columns is made zero
     */
    Matrix transposedInto(float[] copy, int apart) {
        for (int column = 0; column < columns; column++) {
            int to = column * apart;
            int from = offset + column * across;
            for (int row = 0; row < rows; row++) {
                copy[to + row] = values[from + row * down];
            }
            Arrays.fill(copy, to + rows, to + apart, 0);
        }
        return new Matrix(copy, 0, columns, apart, apart, 1);
    }
}
