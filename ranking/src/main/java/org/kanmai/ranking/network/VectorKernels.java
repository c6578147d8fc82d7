package org.kanmai.ranking.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops over vectors of the Vector API. Methods take arrays and places, never vectors, which would be put into objects. No
 * sum goes across a vector's lanes, whose order compiled and interpreted code choose differently.
 *
 * <p>Products are made in tiles of 6 × 2, 4 × 2 and 1 × 2 vectors that stay in registers, over columns packed into panels as wide.
 */
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int PANEL = 2 * LANES;

    @Override
    public void pack(float[] from, int at, int rowStep, int columnStep, int rows, int columns, float[] to) {
        int next = 0;
        for (int column = 0, width; column < columns; column += width) {
            width = panel(columns - column);
            for (int row = 0; row < rows; row++, next += width) {
                copy(from, at + row * rowStep + column * columnStep, columnStep, width, to, next);
            }
        }
    }

    private static void copy(float[] from, int at, int step, int width, float[] to, int next) {
        if (step == 1) {
            System.arraycopy(from, at, to, next, width);
            return;
        }
        for (int column = 0; column < width; column++) {
            to[next + column] = from[at + column * step];
        }
    }

    /** Returns how wide a panel is where so many columns are left. */
    private static int panel(int columns) {
        return columns >= PANEL ? PANEL : columns >= LANES ? LANES : columns;
    }

    @Override
    public void multiply(
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
            width = panel(columns - column);
            int from = bRow == PACKED ? bAt + column * inner : bAt + column;
            int step = bRow == PACKED ? width : bRow;
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
            tile1x2(a, aAt + row * aRow, aRow, aColumn, b, bAt, bRow, c, cAt + row * cRow, cRow, inner);
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
            tile1x1(a, aAt + row * aRow, aRow, aColumn, b, bAt, bRow, c, cAt + row * cRow, cRow, inner);
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

    @Override
    public void weigh(
            float[] queries,
            int candidates,
            float[] pairs,
            int pairsAt,
            float[] bias,
            int biasAt,
            float[] out,
            int outAt,
            float[] scores,
            int scoresAt,
            int inner,
            int units) {
        for (int at = 0; at < candidates; at += PANEL) {
            int unit = 0;
            for (; unit <= units - 4; unit += 4) {
                weigh4(
                        queries,
                        at,
                        candidates,
                        pairs,
                        pairsAt + unit,
                        units,
                        bias,
                        biasAt + unit,
                        out,
                        outAt + unit,
                        scores,
                        scoresAt + at,
                        inner);
            }
            for (; unit < units; unit++) {
                weigh1(
                        queries,
                        at,
                        candidates,
                        pairs,
                        pairsAt + unit,
                        units,
                        bias,
                        biasAt + unit,
                        out,
                        outAt + unit,
                        scores,
                        scoresAt + at,
                        inner);
            }
        }
    }

    private static void weigh4(
            float[] queries,
            int at,
            int candidates,
            float[] pairs,
            int pairsAt,
            int units,
            float[] bias,
            int biasAt,
            float[] out,
            int outAt,
            float[] scores,
            int scoresAt,
            int inner) {
        var x0 = FloatVector.broadcast(SPECIES, bias[biasAt]);
        var y0 = x0;
        var x1 = FloatVector.broadcast(SPECIES, bias[biasAt + 1]);
        var y1 = x1;
        var x2 = FloatVector.broadcast(SPECIES, bias[biasAt + 2]);
        var y2 = x2;
        var x3 = FloatVector.broadcast(SPECIES, bias[biasAt + 3]);
        var y3 = x3;
        for (int k = 0, query = at, pair = pairsAt; k < inner; k++, query += candidates, pair += units) {
            var x = FloatVector.fromArray(SPECIES, queries, query);
            var y = FloatVector.fromArray(SPECIES, queries, query + LANES);
            var p0 = FloatVector.broadcast(SPECIES, pairs[pair]);
            x0 = p0.fma(x, x0);
            y0 = p0.fma(y, y0);
            var p1 = FloatVector.broadcast(SPECIES, pairs[pair + 1]);
            x1 = p1.fma(x, x1);
            y1 = p1.fma(y, y1);
            var p2 = FloatVector.broadcast(SPECIES, pairs[pair + 2]);
            x2 = p2.fma(x, x2);
            y2 = p2.fma(y, y2);
            var p3 = FloatVector.broadcast(SPECIES, pairs[pair + 3]);
            x3 = p3.fma(x, x3);
            y3 = p3.fma(y, y3);
        }
        var x = FloatVector.fromArray(SPECIES, scores, scoresAt);
        var y = FloatVector.fromArray(SPECIES, scores, scoresAt + LANES);
        var o0 = FloatVector.broadcast(SPECIES, out[outAt]);
        x = o0.fma(x0.max(0), x);
        y = o0.fma(y0.max(0), y);
        var o1 = FloatVector.broadcast(SPECIES, out[outAt + 1]);
        x = o1.fma(x1.max(0), x);
        y = o1.fma(y1.max(0), y);
        var o2 = FloatVector.broadcast(SPECIES, out[outAt + 2]);
        x = o2.fma(x2.max(0), x);
        y = o2.fma(y2.max(0), y);
        var o3 = FloatVector.broadcast(SPECIES, out[outAt + 3]);
        x = o3.fma(x3.max(0), x);
        y = o3.fma(y3.max(0), y);
        x.intoArray(scores, scoresAt);
        y.intoArray(scores, scoresAt + LANES);
    }

    private static void weigh1(
            float[] queries,
            int at,
            int candidates,
            float[] pairs,
            int pairsAt,
            int units,
            float[] bias,
            int biasAt,
            float[] out,
            int outAt,
            float[] scores,
            int scoresAt,
            int inner) {
        var x0 = FloatVector.broadcast(SPECIES, bias[biasAt]);
        var y0 = x0;
        for (int k = 0, query = at, pair = pairsAt; k < inner; k++, query += candidates, pair += units) {
            var x = FloatVector.fromArray(SPECIES, queries, query);
            var y = FloatVector.fromArray(SPECIES, queries, query + LANES);
            var p0 = FloatVector.broadcast(SPECIES, pairs[pair]);
            x0 = p0.fma(x, x0);
            y0 = p0.fma(y, y0);
        }
        var x = FloatVector.fromArray(SPECIES, scores, scoresAt);
        var y = FloatVector.fromArray(SPECIES, scores, scoresAt + LANES);
        var o0 = FloatVector.broadcast(SPECIES, out[outAt]);
        x = o0.fma(x0.max(0), x);
        y = o0.fma(y0.max(0), y);
        x.intoArray(scores, scoresAt);
        y.intoArray(scores, scoresAt + LANES);
    }

    @Override
    public void add(float factor, float[] x, int xAt, float[] y, int yAt, int size) {
        int at = 0;
        for (; at <= size - LANES; at += LANES) {
            var sum = FloatVector.fromArray(SPECIES, x, xAt + at)
                    .mul(factor)
                    .add(FloatVector.fromArray(SPECIES, y, yAt + at));
            sum.intoArray(y, yAt + at);
        }
        for (; at < size; at++) {
            y[yAt + at] += factor * x[xAt + at];
        }
    }

    @Override
    public void rectify(float[] x, int at, int size) {
        int place = at;
        for (; place <= at + size - LANES; place += LANES) {
            FloatVector.fromArray(SPECIES, x, place).max(0).intoArray(x, place);
        }
        for (; place < at + size; place++) {
            x[place] = Math.max(0, x[place]);
        }
    }

    @Override
    public void addRectified(float[] more, int moreAt, float[] x, int at, int size) {
        int place = 0;
        for (; place <= size - LANES; place += LANES) {
            FloatVector.fromArray(SPECIES, x, at + place)
                    .add(FloatVector.fromArray(SPECIES, more, moreAt + place))
                    .max(0)
                    .intoArray(x, at + place);
        }
        for (; place < size; place++) {
            x[at + place] = Math.max(0, x[at + place] + more[moreAt + place]);
        }
    }

    @Override
    public void mask(float[] outputs, float[] x, int size) {
        int at = 0;
        for (; at <= size - LANES; at += LANES) {
            var positive = FloatVector.fromArray(SPECIES, outputs, at).compare(VectorOperators.GT, 0);
            FloatVector.zero(SPECIES)
                    .blend(FloatVector.fromArray(SPECIES, x, at), positive)
                    .intoArray(x, at);
        }
        for (; at < size; at++) {
            x[at] = outputs[at] > 0 ? x[at] : 0;
        }
    }

    @Override
    public void backRectifiedDot(
            float slope,
            float[] x,
            int at,
            float[] out,
            int outAt,
            float[] outSlopes,
            int outSlopesAt,
            float[] sums,
            int sumsAt,
            int size) {
        int place = 0;
        for (; place <= size - LANES; place += LANES) {
            var value = FloatVector.fromArray(SPECIES, x, at + place);
            var outSlope = value.max(0).mul(slope).add(FloatVector.fromArray(SPECIES, outSlopes, outSlopesAt + place));
            outSlope.intoArray(outSlopes, outSlopesAt + place);
            var back = FloatVector.zero(SPECIES)
                    .blend(
                            FloatVector.fromArray(SPECIES, out, outAt + place).mul(slope),
                            value.compare(VectorOperators.GT, 0));
            back.intoArray(x, at + place);
            back.add(FloatVector.fromArray(SPECIES, sums, sumsAt + place)).intoArray(sums, sumsAt + place);
        }
        for (; place < size; place++) {
            PlainKernels.backRectifiedOne(
                    slope, x, at + place, out[outAt + place], outSlopes, outSlopesAt + place, sums, sumsAt + place);
        }
    }

    @Override
    public void adam(float[] weights, float[] slopes, float[] means, float[] squares, int size, AdamStep step) {
        float rate = step.rate() * step.firstFactor();
        int at = 0;
        for (; at <= size - LANES; at += LANES) {
            var weight = FloatVector.fromArray(SPECIES, weights, at);
            var slope =
                    FloatVector.fromArray(SPECIES, slopes, at).mul(step.scale()).add(weight.mul(step.decay()));
            var mean = FloatVector.fromArray(SPECIES, means, at);
            mean = mean.add(slope.sub(mean).mul(1 - AdamStep.FIRST));
            mean.intoArray(means, at);
            var square = FloatVector.fromArray(SPECIES, squares, at);
            square = square.add(slope.mul(slope).sub(square).mul(1 - AdamStep.SECOND));
            square.intoArray(squares, at);
            var root = square.mul(step.secondFactor()).sqrt().add(AdamStep.LEAST);
            weight.sub(mean.mul(rate).div(root)).intoArray(weights, at);
        }
        for (; at < size; at++) {
            PlainKernels.adamOne(weights, slopes, means, squares, at, step);
        }
    }

    @Override
    public float largest(float[] x, int size) {
        var largest = FloatVector.zero(SPECIES);
        int at = 0;
        for (; at <= size - LANES; at += LANES) {
            largest = largest.max(FloatVector.fromArray(SPECIES, x, at).abs());
        }
        float all = largest.reduceLanes(VectorOperators.MAX);
        for (; at < size; at++) {
            all = Math.max(all, Math.abs(x[at]));
        }
        return all;
    }
}
