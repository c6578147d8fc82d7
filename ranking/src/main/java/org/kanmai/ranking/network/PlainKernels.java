package org.kanmai.ranking.network;

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
    public void weigh(
            float[] a,
            int aAt,
            int aRow,
            float[] b,
            int bAt,
            float[] bias,
            int biasAt,
            float[] out,
            int outAt,
            float[] scores,
            int scoresAt,
            int scoresStep,
            int rows,
            int inner,
            int columns) {
        float[] sums = new float[columns];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(bias, biasAt, sums, 0, columns);
            for (int k = 0; k < inner; k++) {
                add(a[aAt + row * aRow + k], b, bAt + k * columns, sums, 0, columns);
            }
            scores[scoresAt + row * scoresStep] += rectifiedDot(sums, 0, out, outAt, columns);
        }
    }

    @Override
    public float dot(float[] a, int aAt, float[] b, int bAt, int size) {
        float sum = 0;
        for (int at = 0; at < size; at++) {
            sum += a[aAt + at] * b[bAt + at];
        }
        return sum;
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
    public float rectifiedDot(float[] x, int at, float[] out, int outAt, int size) {
        float sum = 0;
        for (int place = 0; place < size; place++) {
            sum += Math.max(0, x[at + place]) * out[outAt + place];
        }
        return sum;
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
            float value = x[at + place];
            outSlopes[outSlopesAt + place] += slope * Math.max(0, value);
            x[at + place] = value > 0 ? slope * out[outAt + place] : 0;
            sums[sumsAt + place] += x[at + place];
        }
    }

    @Override
    public void adam(float[] weights, float[] slopes, float[] means, float[] squares, int size, AdamStep step) {
        for (int at = 0; at < size; at++) {
            one(weights, slopes, means, squares, at, step);
        }
    }

    static void one(float[] weights, float[] slopes, float[] means, float[] squares, int at, AdamStep step) {
        float slope = slopes[at] * step.scale() + step.decay() * weights[at];
        means[at] += (1 - AdamStep.FIRST) * (slope - means[at]);
        squares[at] += (1 - AdamStep.SECOND) * (slope * slope - squares[at]);
        float root = (float) Math.sqrt(squares[at] * step.secondFactor()) + AdamStep.LEAST;
        weights[at] -= step.rate() * step.firstFactor() * means[at] / root;
    }

    @Override
    public void adagrad(
            float[] weights, int at, float[] slopes, int slopesAt, int size, float[] squares, int row, RowStep step) {
        add(step.decay(), weights, at, slopes, slopesAt, size);
        squares[row] += dot(slopes, slopesAt, slopes, slopesAt, size) / size;
        add(-step.rate() / (float) Math.sqrt(squares[row]), slopes, slopesAt, weights, at, size);
    }
}
