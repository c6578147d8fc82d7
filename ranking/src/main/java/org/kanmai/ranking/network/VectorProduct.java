package org.kanmai.ranking.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product of two matrices in vectors.
 *
 * <p>It is made in tiles of 6 × 2, 4 × 2 and 1 × 2 vectors that stay in registers, over columns packed into panels as wide.
 */
final class VectorProduct {
    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = VectorKernels.LANES;
    private static final int PANEL = VectorKernels.PANEL;

    private VectorProduct() {}

    /** As {@link Kernels#multiply}. */
    static void multiply(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow,
            int rows,
            int inner,
            int columns) {
        for (int column = 0, width; column < columns; column += width) {
            width = VectorKernels.panel(columns - column);
            int from = bRow == Kernels.PACKED ? bAt + column * inner : bAt + column;
            int step = bRow == Kernels.PACKED ? width : bRow;
            if (width == PANEL) {
                wide(a, aAt, aRow, aColumn, b, from, step, c, cAt + column, cRow, rows, inner);
            } else if (width == LANES) {
                narrow(a, aAt, aRow, aColumn, b, from, step, c, cAt + column, cRow, rows, inner);
            } else {
                rest(a, aAt, aRow, aColumn, b, from, step, c, cAt + column, cRow, rows, inner, width);
            }
        }
    }

    private static void wide(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow,
            int rows,
            int inner) {
        int row = 0;
        for (; row <= rows - 6; row += 6) {
            tile6x2(a, aAt + row * aRow, aRow, aColumn, b, bAt, bRow, c, cAt + row * cRow, cRow, inner);
        }
        for (; row <= rows - 4; row += 4) {
            tile4x2(a, aAt + row * aRow, aRow, aColumn, b, bAt, bRow, c, cAt + row * cRow, cRow, inner);
        }
        for (; row < rows; row++) {
            tile1x2(a, aAt + row * aRow, aColumn, b, bAt, bRow, c, cAt + row * cRow, inner);
        }
    }

    private static void narrow(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow,
            int rows,
            int inner) {
        int row = 0;
        for (; row <= rows - 6; row += 6) {
            tile6x1(a, aAt + row * aRow, aRow, aColumn, b, bAt, bRow, c, cAt + row * cRow, cRow, inner);
        }
        for (; row <= rows - 4; row += 4) {
            tile4x1(a, aAt + row * aRow, aRow, aColumn, b, bAt, bRow, c, cAt + row * cRow, cRow, inner);
        }
        for (; row < rows; row++) {
            tile1x1(a, aAt + row * aRow, aColumn, b, bAt, bRow, c, cAt + row * cRow, inner);
        }
    }

    private static void tile6x2(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow,
            int inner) {
        var c00 = FloatVector.fromArray(SPECIES, c, cAt);
        var c01 = FloatVector.fromArray(SPECIES, c, cAt + LANES);
        var c10 = FloatVector.fromArray(SPECIES, c, cAt + cRow);
        var c11 = FloatVector.fromArray(SPECIES, c, cAt + cRow + LANES);
        var c20 = FloatVector.fromArray(SPECIES, c, cAt + 2 * cRow);
        var c21 = FloatVector.fromArray(SPECIES, c, cAt + 2 * cRow + LANES);
        var c30 = FloatVector.fromArray(SPECIES, c, cAt + 3 * cRow);
        var c31 = FloatVector.fromArray(SPECIES, c, cAt + 3 * cRow + LANES);
        var c40 = FloatVector.fromArray(SPECIES, c, cAt + 4 * cRow);
        var c41 = FloatVector.fromArray(SPECIES, c, cAt + 4 * cRow + LANES);
        var c50 = FloatVector.fromArray(SPECIES, c, cAt + 5 * cRow);
        var c51 = FloatVector.fromArray(SPECIES, c, cAt + 5 * cRow + LANES);
        for (int k = 0, at = aAt, row = bAt; k < inner; k++, at += aColumn, row += bRow) {
            var b0 = FloatVector.fromArray(SPECIES, b, row);
            var b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
            var a0 = FloatVector.broadcast(SPECIES, a[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            var a1 = FloatVector.broadcast(SPECIES, a[at + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            var a2 = FloatVector.broadcast(SPECIES, a[at + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            var a3 = FloatVector.broadcast(SPECIES, a[at + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            var a4 = FloatVector.broadcast(SPECIES, a[at + 4 * aRow]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            var a5 = FloatVector.broadcast(SPECIES, a[at + 5 * aRow]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
        c10.intoArray(c, cAt + cRow);
        c11.intoArray(c, cAt + cRow + LANES);
        c20.intoArray(c, cAt + 2 * cRow);
        c21.intoArray(c, cAt + 2 * cRow + LANES);
        c30.intoArray(c, cAt + 3 * cRow);
        c31.intoArray(c, cAt + 3 * cRow + LANES);
        c40.intoArray(c, cAt + 4 * cRow);
        c41.intoArray(c, cAt + 4 * cRow + LANES);
        c50.intoArray(c, cAt + 5 * cRow);
        c51.intoArray(c, cAt + 5 * cRow + LANES);
    }

    private static void tile6x1(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow,
            int inner) {
        var c00 = FloatVector.fromArray(SPECIES, c, cAt);
        var c10 = FloatVector.fromArray(SPECIES, c, cAt + cRow);
        var c20 = FloatVector.fromArray(SPECIES, c, cAt + 2 * cRow);
        var c30 = FloatVector.fromArray(SPECIES, c, cAt + 3 * cRow);
        var c40 = FloatVector.fromArray(SPECIES, c, cAt + 4 * cRow);
        var c50 = FloatVector.fromArray(SPECIES, c, cAt + 5 * cRow);
        for (int k = 0, at = aAt, row = bAt; k < inner; k++, at += aColumn, row += bRow) {
            var b0 = FloatVector.fromArray(SPECIES, b, row);
            var a0 = FloatVector.broadcast(SPECIES, a[at]);
            c00 = a0.fma(b0, c00);
            var a1 = FloatVector.broadcast(SPECIES, a[at + aRow]);
            c10 = a1.fma(b0, c10);
            var a2 = FloatVector.broadcast(SPECIES, a[at + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            var a3 = FloatVector.broadcast(SPECIES, a[at + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            var a4 = FloatVector.broadcast(SPECIES, a[at + 4 * aRow]);
            c40 = a4.fma(b0, c40);
            var a5 = FloatVector.broadcast(SPECIES, a[at + 5 * aRow]);
            c50 = a5.fma(b0, c50);
        }
        c00.intoArray(c, cAt);
        c10.intoArray(c, cAt + cRow);
        c20.intoArray(c, cAt + 2 * cRow);
        c30.intoArray(c, cAt + 3 * cRow);
        c40.intoArray(c, cAt + 4 * cRow);
        c50.intoArray(c, cAt + 5 * cRow);
    }

    private static void tile4x2(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow,
            int inner) {
        var c00 = FloatVector.fromArray(SPECIES, c, cAt);
        var c01 = FloatVector.fromArray(SPECIES, c, cAt + LANES);
        var c10 = FloatVector.fromArray(SPECIES, c, cAt + cRow);
        var c11 = FloatVector.fromArray(SPECIES, c, cAt + cRow + LANES);
        var c20 = FloatVector.fromArray(SPECIES, c, cAt + 2 * cRow);
        var c21 = FloatVector.fromArray(SPECIES, c, cAt + 2 * cRow + LANES);
        var c30 = FloatVector.fromArray(SPECIES, c, cAt + 3 * cRow);
        var c31 = FloatVector.fromArray(SPECIES, c, cAt + 3 * cRow + LANES);
        for (int k = 0, at = aAt, row = bAt; k < inner; k++, at += aColumn, row += bRow) {
            var b0 = FloatVector.fromArray(SPECIES, b, row);
            var b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
            var a0 = FloatVector.broadcast(SPECIES, a[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            var a1 = FloatVector.broadcast(SPECIES, a[at + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            var a2 = FloatVector.broadcast(SPECIES, a[at + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            var a3 = FloatVector.broadcast(SPECIES, a[at + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
        c10.intoArray(c, cAt + cRow);
        c11.intoArray(c, cAt + cRow + LANES);
        c20.intoArray(c, cAt + 2 * cRow);
        c21.intoArray(c, cAt + 2 * cRow + LANES);
        c30.intoArray(c, cAt + 3 * cRow);
        c31.intoArray(c, cAt + 3 * cRow + LANES);
    }

    private static void tile4x1(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow,
            int inner) {
        var c00 = FloatVector.fromArray(SPECIES, c, cAt);
        var c10 = FloatVector.fromArray(SPECIES, c, cAt + cRow);
        var c20 = FloatVector.fromArray(SPECIES, c, cAt + 2 * cRow);
        var c30 = FloatVector.fromArray(SPECIES, c, cAt + 3 * cRow);
        for (int k = 0, at = aAt, row = bAt; k < inner; k++, at += aColumn, row += bRow) {
            var b0 = FloatVector.fromArray(SPECIES, b, row);
            var a0 = FloatVector.broadcast(SPECIES, a[at]);
            c00 = a0.fma(b0, c00);
            var a1 = FloatVector.broadcast(SPECIES, a[at + aRow]);
            c10 = a1.fma(b0, c10);
            var a2 = FloatVector.broadcast(SPECIES, a[at + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            var a3 = FloatVector.broadcast(SPECIES, a[at + 3 * aRow]);
            c30 = a3.fma(b0, c30);
        }
        c00.intoArray(c, cAt);
        c10.intoArray(c, cAt + cRow);
        c20.intoArray(c, cAt + 2 * cRow);
        c30.intoArray(c, cAt + 3 * cRow);
    }

    private static void tile1x2(
            float[] a, int aAt, int aColumn, float[] b, int bAt, int bRow, float[] c, int cAt, int inner) {
        var c00 = FloatVector.fromArray(SPECIES, c, cAt);
        var c01 = FloatVector.fromArray(SPECIES, c, cAt + LANES);
        for (int k = 0, at = aAt, row = bAt; k < inner; k++, at += aColumn, row += bRow) {
            var b0 = FloatVector.fromArray(SPECIES, b, row);
            var b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
            var a0 = FloatVector.broadcast(SPECIES, a[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
    }

    private static void tile1x1(
            float[] a, int aAt, int aColumn, float[] b, int bAt, int bRow, float[] c, int cAt, int inner) {
        var c00 = FloatVector.fromArray(SPECIES, c, cAt);
        for (int k = 0, at = aAt, row = bAt; k < inner; k++, at += aColumn, row += bRow) {
            var b0 = FloatVector.fromArray(SPECIES, b, row);
            var a0 = FloatVector.broadcast(SPECIES, a[at]);
            c00 = a0.fma(b0, c00);
        }
        c00.intoArray(c, cAt);
    }
    /** The last columns, fewer than a vector has. */
    private static void rest(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            float[] c,
            int cAt,
            int cRow,
            int rows,
            int inner,
            int columns) {
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < inner; k++) {
                float factor = a[aAt + row * aRow + k * aColumn];
                for (int column = 0; column < columns; column++) {
                    c[cAt + row * cRow + column] += factor * b[bAt + k * bRow + column];
                }
            }
        }
    }
}
