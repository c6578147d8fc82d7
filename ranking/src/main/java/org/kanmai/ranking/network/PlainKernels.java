package org.kanmai.ranking.network;

import java.util.Arrays;

/** Plain loops, for a Java without vectors. */
final class PlainKernels implements Kernels {

    @Override
    public void pack(float[] from, int at, int rowStep, int columnStep, int rows, int columns, float[] to) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                to[row * columns + column] = from[at + row * rowStep + column * columnStep];
            }
        }
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
        int step = bRow == PACKED ? columns : bRow;
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < inner; k++) {
                add(a[aAt + row * aRow + k * aColumn], b, bAt + k * step, c, cAt + row * cRow, columns);
            }
        }
    }

    @Override
    public void add(float factor, float[] x, int xAt, float[] y, int yAt, int size) {
        for (int at = 0; at < size; at++) {
            y[yAt + at] += factor * x[xAt + at];
        }
    }

    @Override
    public void rectify(float[] x, int at, int size) {
        for (int place = at; place < at + size; place++) {
            x[place] = Math.max(0, x[place]);
        }
    }

    @Override
    public void addRectified(float[] more, int moreAt, float[] x, int at, int size) {
        for (int place = 0; place < size; place++) {
            x[at + place] = Math.max(0, x[at + place] + more[moreAt + place]);
        }
    }

    @Override
    public void mask(float[] outputs, float[] x, int size) {
        for (int at = 0; at < size; at++) {
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
        for (int place = 0; place < size; place++) {
            backRectifiedOne(
                    slope, x, at + place, out[outAt + place], outSlopes, outSlopesAt + place, sums, sumsAt + place);
        }
    }

    static void backRectifiedOne(
            float slope, float[] x, int at, float out, float[] outSlopes, int outSlopesAt, float[] sums, int sumsAt) {
        outSlopes[outSlopesAt] += slope * Math.max(0, x[at]);
        x[at] = x[at] > 0 ? slope * out : 0;
        sums[sumsAt] += x[at];
    }

    @Override
    public void adam(float[] weights, float[] slopes, float[] means, float[] squares, int size, AdamStep step) {
        for (int at = 0; at < size; at++) {
            adamOne(weights, slopes, means, squares, at, step);
        }
    }

    static void adamOne(float[] weights, float[] slopes, float[] means, float[] squares, int at, AdamStep step) {
        float slope = slopes[at] * step.scale() + step.decay() * weights[at];
        means[at] += (1 - AdamStep.FIRST) * (slope - means[at]);
        squares[at] += (1 - AdamStep.SECOND) * (slope * slope - squares[at]);
        float root = (float) Math.sqrt(squares[at] * step.secondFactor()) + AdamStep.LEAST;
        weights[at] -= step.rate() * step.firstFactor() * means[at] / root;
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
        float[] sums = new float[candidates];
        for (int unit = 0; unit < units; unit++) {
            Arrays.fill(sums, bias[biasAt + unit]);
            for (int k = 0; k < inner; k++) {
                add(pairs[pairsAt + k * units + unit], queries, k * candidates, sums, 0, candidates);
            }
            rectify(sums, 0, candidates);
            add(out[outAt + unit], sums, 0, scores, scoresAt, candidates);
        }
    }

    @Override
    public float largest(float[] x, int size) {
        float largest = 0;
        for (int at = 0; at < size; at++) {
            largest = Math.max(largest, Math.abs(x[at]));
        }
        return largest;
    }
}
