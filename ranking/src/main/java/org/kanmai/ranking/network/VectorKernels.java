package org.kanmai.ranking.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops over vectors of the Vector API. Methods take arrays and places, never vectors, which would be put into objects. No
 * sum goes across a vector's lanes, whose order compiled and interpreted code choose differently.
 */
final class VectorKernels implements Kernels {
    static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    static final int PANEL = 2 * LANES;

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
    static int panel(int columns) {
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
        VectorProduct.multiply(a, aAt, aRow, aColumn, b, bAt, bRow, c, cAt, cRow, rows, inner, columns);
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
        VectorWeighing.weigh(
                queries, candidates, pairs, pairsAt, bias, biasAt, out, outAt, scores, scoresAt, inner, units);
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
