package org.kanmai.ranking.sequence;

import java.util.Arrays;

/** Scaled dot-product attention with one head: each place looks at itself and at those before it in its sequence. */
final class Attention {
    /** Rows of weights are this many numbers apart, or a multiple: whole vectors of any machine. */
    private static final int STEP = 16;

    private final int width;
    private final float scale;
    private final Kernels kernels;

    Attention(int width, Kernels kernels) {
        this.width = width;
        this.kernels = kernels;
        scale = (float) (1 / Math.sqrt(width));
    }

    /** The weights with which each place looked, before and after some were left out, and room for one sequence. */
    static final class Trace {
        private float[] weights = {};
        private float[] kept = {};
        private float[] mask = {};
        private int[] starts = {};
        private float[] turned = {};
        private float[] gradients = {};

        private void grow(Pack pack, int width) {
            starts = new int[pack.sequences() + 1];
            int longest = 0;
            for (int each = 0; each < pack.sequences(); each++) {
                starts[each + 1] = starts[each] + pack.length(each) * apart(pack.length(each));
                longest = Math.max(longest, apart(pack.length(each)));
            }
            int all = starts[pack.sequences()];
            if (weights.length < all) {
                weights = new float[all];
                kept = new float[all];
                mask = new float[all];
            }
            if (turned.length < longest * width) {
                turned = new float[longest * width];
            }
            if (gradients.length < longest * longest) {
                gradients = new float[longest * longest];
            }
        }
    }

    private static int apart(int length) {
        return (length + STEP - 1) / STEP * STEP;
    }

    /** Adds to each place of the stream the values it looked at, given questions, keys and values side by side. */
    void forward(Pack pack, float[] projected, float[] stream, Trace trace, Dropout dropout) {
        trace.grow(pack, width);
        int all = trace.starts[pack.sequences()];
        Arrays.fill(trace.weights, 0, all, 0);
        for (int each = 0; each < pack.sequences(); each++) {
            look(pack, each, projected, trace);
        }
        System.arraycopy(trace.weights, 0, trace.kept, 0, all);
        dropout.draw(trace.kept, trace.mask, all);
        for (int each = 0; each < pack.sequences(); each++) {
            kernels.addProduct(
                    weights(trace.kept, pack, each, trace),
                    part(pack, each, projected, 2),
                    Matrix.of(stream, pack.start(each) * width, pack.length(each), width, width));
        }
    }

    private void look(Pack pack, int sequence, float[] projected, Trace trace) {
        int length = pack.length(sequence);
        int apart = apart(length);
        var keys = part(pack, sequence, projected, 1).transposedInto(trace.turned, apart);
        kernels.addProduct(
                part(pack, sequence, projected, 0),
                keys,
                Matrix.of(trace.weights, trace.starts[sequence], length, apart, apart));
        for (int place = 0; place < length; place++) {
            softmax(trace.weights, trace.starts[sequence] + place * apart, place + 1, apart);
        }
    }

    private void softmax(float[] scores, int from, int seen, int apart) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int each = from; each < from + seen; each++) {
            scores[each] *= scale;
            highest = Math.max(highest, scores[each]);
        }
        float inverse = 1 / kernels.exponentials(scores, from, seen, highest);
        for (int each = from; each < from + seen; each++) {
            scores[each] *= inverse;
        }
        Arrays.fill(scores, from + seen, from + apart, 0);
    }

    /** Writes the gradients of questions, keys and values, given those of what was added to the stream. */
    void backward(Pack pack, float[] projected, float[] stream, Trace trace, Dropout dropout, float[] outward) {
        Arrays.fill(outward, 0, pack.tokens() * 3 * width, 0);
        for (int each = 0; each < pack.sequences(); each++) {
            backward(pack, each, projected, stream, trace, dropout, outward);
        }
    }

    private void backward(
            Pack pack, int sequence, float[] projected, float[] stream, Trace trace, Dropout dropout, float[] outward) {
        int length = pack.length(sequence);
        int apart = apart(length);
        var added = Matrix.of(stream, pack.start(sequence) * width, length, width, width);
        kernels.addProduct(
                weights(trace.kept, pack, sequence, trace).transposed(), added, part(pack, sequence, outward, 2));
        Arrays.fill(trace.gradients, 0, length * apart, 0);
        var values = part(pack, sequence, projected, 2).transposedInto(trace.turned, apart);
        kernels.addProduct(added, values, Matrix.of(trace.gradients, 0, length, apart, apart));
        softmaxBack(length, apart, trace, trace.starts[sequence], dropout);
        var gradients = Matrix.of(trace.gradients, 0, length, length, apart);
        kernels.addProduct(gradients, part(pack, sequence, projected, 1), part(pack, sequence, outward, 0));
        kernels.addProduct(
                gradients.transposed(), part(pack, sequence, projected, 0), part(pack, sequence, outward, 1));
    }

    private void softmaxBack(int length, int apart, Trace trace, int from, Dropout dropout) {
        dropout.applyFrom(trace.gradients, trace.mask, from, length * apart);
        for (int place = 0; place < length; place++) {
            int at = place * apart;
            float along = kernels.dot(trace.gradients, at, trace.weights, from + at, apart);
            for (int each = at; each < at + apart; each++) {
                trace.gradients[each] = trace.weights[from + each] * (trace.gradients[each] - along) * scale;
            }
        }
    }

    private static Matrix weights(float[] of, Pack pack, int sequence, Trace trace) {
        int length = pack.length(sequence);
        return Matrix.of(of, trace.starts[sequence], length, length, apart(length));
    }

    /** Returns the questions, the keys or the values of one sequence. */
    private Matrix part(Pack pack, int sequence, float[] projected, int which) {
        int from = pack.start(sequence) * 3 * width + which * width;
        return Matrix.of(projected, from, pack.length(sequence), width, 3 * width);
    }
}
