package org.kanmai.ranking.sequence;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The kernels in the machine's vectors.
 *
 * <p>A product goes in tiles of four rows and two vectors, whose eight sums stay in registers while the inner dimension
 * runs; that dimension is cut so that the rows of b that are in use stay in the nearest cache. Vectors are never passed
 * between methods: they would be put on the heap.
 */
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();
    private static final int TILE_ROWS = 4;
    private static final int INNER = 256;

    @Override
    public void addProduct(Matrix a, Matrix b, Matrix c) {
        for (int from = 0; from < a.columns; from += INNER) {
            int to = Math.min(a.columns, from + INNER);
            int row = 0;
            for (; row + TILE_ROWS <= c.rows; row += TILE_ROWS) {
                addRows(a, b, c, row, from, to);
            }
            for (; row < c.rows; row++) {
                addRow(a, b, c, row, 0, from, to);
            }
        }
    }

    private static void addRows(Matrix a, Matrix b, Matrix c, int row, int from, int to) {
        int column = 0;
        for (; column + 2 * WIDTH <= c.columns; column += 2 * WIDTH) {
            addWideTile(a, b, c, row, column, from, to);
        }
        for (; column + WIDTH <= c.columns; column += WIDTH) {
            addTile(a, b, c, row, column, from, to);
        }
        if (column < c.columns) {
            for (int each = row; each < row + TILE_ROWS; each++) {
                addRow(a, b, c, each, column, from, to);
            }
        }
    }

    private static void addWideTile(Matrix a, Matrix b, Matrix c, int row, int column, int from, int to) {
        float[] factors = a.values;
        float[] added = b.values;
        float[] sums = c.values;
        int down = a.down;
        int across = a.across;
        int apart = b.down;
        int c0 = c.offset + row * c.down + column;
        int c1 = c0 + c.down;
        int c2 = c1 + c.down;
        int c3 = c2 + c.down;
        var left0 = FloatVector.fromArray(LANES, sums, c0);
        var right0 = FloatVector.fromArray(LANES, sums, c0 + WIDTH);
        var left1 = FloatVector.fromArray(LANES, sums, c1);
        var right1 = FloatVector.fromArray(LANES, sums, c1 + WIDTH);
        var left2 = FloatVector.fromArray(LANES, sums, c2);
        var right2 = FloatVector.fromArray(LANES, sums, c2 + WIDTH);
        var left3 = FloatVector.fromArray(LANES, sums, c3);
        var right3 = FloatVector.fromArray(LANES, sums, c3 + WIDTH);
        int at = a.offset + row * down + from * across;
        int place = b.offset + from * apart + column;
        for (int inner = from; inner < to; inner++) {
            var left = FloatVector.fromArray(LANES, added, place);
            var right = FloatVector.fromArray(LANES, added, place + WIDTH);
            var factor = FloatVector.broadcast(LANES, factors[at]);
            left0 = factor.fma(left, left0);
            right0 = factor.fma(right, right0);
            factor = FloatVector.broadcast(LANES, factors[at + down]);
            left1 = factor.fma(left, left1);
            right1 = factor.fma(right, right1);
            factor = FloatVector.broadcast(LANES, factors[at + 2 * down]);
            left2 = factor.fma(left, left2);
            right2 = factor.fma(right, right2);
            factor = FloatVector.broadcast(LANES, factors[at + 3 * down]);
            left3 = factor.fma(left, left3);
            right3 = factor.fma(right, right3);
            at += across;
            place += apart;
        }
        left0.intoArray(sums, c0);
        right0.intoArray(sums, c0 + WIDTH);
        left1.intoArray(sums, c1);
        right1.intoArray(sums, c1 + WIDTH);
        left2.intoArray(sums, c2);
        right2.intoArray(sums, c2 + WIDTH);
        left3.intoArray(sums, c3);
        right3.intoArray(sums, c3 + WIDTH);
    }

    private static void addTile(Matrix a, Matrix b, Matrix c, int row, int column, int from, int to) {
        float[] factors = a.values;
        float[] added = b.values;
        float[] sums = c.values;
        int down = a.down;
        int c0 = c.offset + row * c.down + column;
        int c1 = c0 + c.down;
        int c2 = c1 + c.down;
        int c3 = c2 + c.down;
        var sum0 = FloatVector.fromArray(LANES, sums, c0);
        var sum1 = FloatVector.fromArray(LANES, sums, c1);
        var sum2 = FloatVector.fromArray(LANES, sums, c2);
        var sum3 = FloatVector.fromArray(LANES, sums, c3);
        int at = a.offset + row * down + from * a.across;
        int place = b.offset + from * b.down + column;
        for (int inner = from; inner < to; inner++) {
            var vector = FloatVector.fromArray(LANES, added, place);
            sum0 = vector.fma(FloatVector.broadcast(LANES, factors[at]), sum0);
            sum1 = vector.fma(FloatVector.broadcast(LANES, factors[at + down]), sum1);
            sum2 = vector.fma(FloatVector.broadcast(LANES, factors[at + 2 * down]), sum2);
            sum3 = vector.fma(FloatVector.broadcast(LANES, factors[at + 3 * down]), sum3);
            at += a.across;
            place += b.down;
        }
        sum0.intoArray(sums, c0);
        sum1.intoArray(sums, c1);
        sum2.intoArray(sums, c2);
        sum3.intoArray(sums, c3);
    }

    private static void addRow(Matrix a, Matrix b, Matrix c, int row, int firstColumn, int from, int to) {
        for (int column = firstColumn; column < c.columns; column += WIDTH) {
            var mask = LANES.indexInRange(column, c.columns);
            int sums = c.offset + row * c.down + column;
            var sum = FloatVector.fromArray(LANES, c.values, sums, mask);
            int at = a.offset + row * a.down + from * a.across;
            int place = b.offset + from * b.down + column;
            for (int inner = from; inner < to; inner++) {
                var vector = FloatVector.fromArray(LANES, b.values, place, mask);
                sum = vector.fma(FloatVector.broadcast(LANES, a.values[at]), sum);
                at += a.across;
                place += b.down;
            }
            sum.intoArray(c.values, sums, mask);
        }
    }

    @Override
    public float dot(float[] a, int fromA, float[] b, int fromB, int count) {
        var sums = FloatVector.zero(LANES);
        int each = 0;
        for (; each + WIDTH <= count; each += WIDTH) {
            sums = FloatVector.fromArray(LANES, a, fromA + each)
                    .fma(FloatVector.fromArray(LANES, b, fromB + each), sums);
        }
        float sum = sums.reduceLanes(VectorOperators.ADD);
        for (; each < count; each++) {
            sum += a[fromA + each] * b[fromB + each];
        }
        return sum;
    }

    @Override
    public float exponentials(float[] values, int from, int count, float highest) {
        var sums = FloatVector.zero(LANES);
        int each = 0;
        for (; each + WIDTH <= count; each += WIDTH) {
            var powers = FloatVector.fromArray(LANES, values, from + each)
                    .sub(highest)
                    .lanewise(VectorOperators.EXP);
            powers.intoArray(values, from + each);
            sums = sums.add(powers);
        }
        float sum = sums.reduceLanes(VectorOperators.ADD);
        for (; each < count; each++) {
            values[from + each] = (float) Math.exp(values[from + each] - highest);
            sum += values[from + each];
        }
        return sum;
    }
}
