package org.kanmai.ranking.sequence;

import java.util.List;

/** Layer norm: each row moved to mean 0 and variance 1, then stretched and moved by learned weights. */
final class Norm {
    private static final float SMALL = 1e-6f;

    private final int width;
    private final Parameter gain;
    private final Parameter bias;

    Norm(int width) {
        this.width = width;
        gain = new Parameter(1, width).filled(1);
        bias = new Parameter(1, width);
    }

    List<Parameter> parameters() {
        return List.of(gain, bias);
    }

    /** What is kept for the way back: rows of mean 0 and variance 1, by what each was divided, and what came out. */
    static final class Trace {
        private float[] even = {};
        private float[] inverse = {};
        float[] out = {};

        private void grow(int rows, int width) {
            if (inverse.length < rows) {
                even = new float[rows * width];
                inverse = new float[rows];
                out = new float[rows * width];
            }
        }
    }

    void forward(float[] in, int rows, Trace trace) {
        trace.grow(rows, width);
        for (int row = 0; row < rows; row++) {
            forwardRow(in, row * width, row, trace);
        }
    }

    private void forwardRow(float[] in, int at, int row, Trace trace) {
        float mean = 0;
        for (int each = 0; each < width; each++) {
            mean += in[at + each];
        }
        mean /= width;
        float variance = 0;
        for (int each = 0; each < width; each++) {
            float off = in[at + each] - mean;
            variance += off * off;
        }
        float inverse = (float) (1 / Math.sqrt(variance / width + SMALL));
        trace.inverse[row] = inverse;
        for (int each = 0; each < width; each++) {
            float even = (in[at + each] - mean) * inverse;
            trace.even[at + each] = even;
            trace.out[at + each] = even * gain.values[each] + bias.values[each];
        }
    }

    /** Adds to the gradients of what went in, given those of what came out. */
    void backward(float[] outward, int rows, Trace trace, float[] inward) {
        for (int row = 0; row < rows; row++) {
            backwardRow(outward, row * width, row, trace, inward);
        }
    }

    private void backwardRow(float[] outward, int at, int row, Trace trace, float[] inward) {
        float sum = 0;
        float along = 0;
        for (int each = 0; each < width; each++) {
            float gradient = outward[at + each];
            float even = trace.even[at + each];
            gain.gradients[each] += gradient * even;
            bias.gradients[each] += gradient;
            float stretched = gradient * gain.values[each];
            sum += stretched;
            along += stretched * even;
        }
        sum /= width;
        along /= width;
        float inverse = trace.inverse[row];
        for (int each = 0; each < width; each++) {
            float stretched = outward[at + each] * gain.values[each];
            inward[at + each] += inverse * (stretched - sum - trace.even[at + each] * along);
        }
    }
}
