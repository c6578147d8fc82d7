package org.kanmai.ranking.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** One layer of self-attention and a network that each place passes through, each behind a norm and added to what it was given. */
final class Block {
    private final int width;
    private final Norm attentionNorm;
    private final Norm forwardNorm;
    /** Makes of each place a question, a key and a value, side by side. */
    private final Parameter project;

    private final Parameter projectBias;
    private final Parameter inner;
    private final Parameter innerBias;
    private final Parameter outer;
    private final Parameter outerBias;
    private final Attention attention;
    private final Kernels kernels;

    Block(int width, Kernels kernels, SplittableRandom random) {
        this.width = width;
        this.kernels = kernels;
        attentionNorm = new Norm(width);
        forwardNorm = new Norm(width);
        project = new Parameter(width, 3 * width).drawn(random);
        projectBias = new Parameter(1, 3 * width);
        inner = new Parameter(width, width).drawn(random);
        innerBias = new Parameter(1, width);
        outer = new Parameter(width, width).drawn(random);
        outerBias = new Parameter(1, width);
        attention = new Attention(width, kernels);
    }

    List<Parameter> parameters() {
        return Stream.of(
                        attentionNorm.parameters(),
                        List.of(project, projectBias),
                        forwardNorm.parameters(),
                        List.of(inner, innerBias, outer, outerBias))
                .flatMap(List::stream)
                .toList();
    }

    /** What is kept for the way back, and room for what is computed on it. */
    static final class Trace {
        private final Norm.Trace attentionNorm = new Norm.Trace();
        private final Norm.Trace forwardNorm = new Norm.Trace();
        private final Attention.Trace attention = new Attention.Trace();
        private float[] projected = {};
        private float[] hidden = {};
        private float[] hiddenMask = {};
        private float[] out = {};
        private float[] outMask = {};

        private void grow(int tokens, int width) {
            if (hidden.length < tokens * width) {
                projected = new float[3 * tokens * width];
                hidden = new float[tokens * width];
                hiddenMask = new float[tokens * width];
                out = new float[tokens * width];
                outMask = new float[tokens * width];
            }
        }
    }

    /** Room for gradients that is used by one block after the other. */
    static final class Room {
        private float[] projected = {};
        private float[] first = {};
        private float[] second = {};
        private float[] turned = {};

        private void grow(int tokens, int width) {
            if (first.length < tokens * width) {
                projected = new float[3 * tokens * width];
                first = new float[tokens * width];
                second = new float[tokens * width];
            }
            if (turned.length < 3 * width * width) {
                turned = new float[3 * width * width];
            }
        }
    }

    /** Adds to each place what the block makes of it and those before it. */
    void forward(Pack pack, float[] stream, Trace trace, Dropout dropout) {
        trace.grow(pack.tokens(), width);
        attentionNorm.forward(stream, pack.tokens(), trace.attentionNorm);
        linear(trace.attentionNorm.out, pack.tokens(), project, projectBias, trace.projected);
        attention.forward(pack, trace.projected, stream, trace.attention, dropout);
        forwardNorm.forward(stream, pack.tokens(), trace.forwardNorm);
        linear(trace.forwardNorm.out, pack.tokens(), inner, innerBias, trace.hidden);
        keepPositive(trace.hidden, pack.tokens() * width);
        dropout.draw(trace.hidden, trace.hiddenMask, pack.tokens() * width);
        linear(trace.hidden, pack.tokens(), outer, outerBias, trace.out);
        dropout.draw(trace.out, trace.outMask, pack.tokens() * width);
        add(stream, trace.out, pack.tokens() * width);
    }

    private void linear(float[] in, int tokens, Parameter weights, Parameter bias, float[] out) {
        for (int row = 0; row < tokens; row++) {
            System.arraycopy(bias.values, 0, out, row * weights.columns, weights.columns);
        }
        kernels.addProduct(
                Matrix.of(in, tokens, weights.rows), weights.matrix(), Matrix.of(out, tokens, weights.columns));
    }

    private static void keepPositive(float[] values, int count) {
        for (int each = 0; each < count; each++) {
            values[each] = Math.max(values[each], 0);
        }
    }

    private static void add(float[] sums, float[] added, int count) {
        for (int each = 0; each < count; each++) {
            sums[each] += added[each];
        }
    }

    /** Takes the gradients of what came out, makes them those of what went in, and adds to the gradients of the weights. */
    void backward(Pack pack, float[] stream, Trace trace, Dropout dropout, Room room) {
        room.grow(pack.tokens(), width);
        int count = pack.tokens() * width;
        System.arraycopy(stream, 0, room.first, 0, count);
        dropout.apply(room.first, trace.outMask, count);
        linearBack(trace.hidden, pack.tokens(), outer, outerBias, room.first, room.second, room.turned);
        leaveNegative(room.second, trace.hidden, count, dropout.raise());
        linearBack(trace.forwardNorm.out, pack.tokens(), inner, innerBias, room.second, room.first, room.turned);
        forwardNorm.backward(room.first, pack.tokens(), trace.forwardNorm, stream);
        attention.backward(pack, trace.projected, stream, trace.attention, dropout, room.projected);
        linearBack(
                trace.attentionNorm.out, pack.tokens(), project, projectBias, room.projected, room.first, room.turned);
        attentionNorm.backward(room.first, pack.tokens(), trace.attentionNorm, stream);
    }

    private void linearBack(
            float[] in,
            int tokens,
            Parameter weights,
            Parameter bias,
            float[] outward,
            float[] inward,
            float[] turned) {
        var gradients = Matrix.of(outward, tokens, weights.columns);
        kernels.addProduct(Matrix.of(in, tokens, weights.rows).transposed(), gradients, weights.gradient());
        bias.addColumnSums(outward, tokens);
        Arrays.fill(inward, 0, tokens * weights.rows, 0);
        kernels.addProduct(
                gradients,
                weights.matrix().transposedInto(turned, weights.rows),
                Matrix.of(inward, tokens, weights.rows));
    }

    /** What was negative, or left out, let nothing through; what was kept was raised. */
    private static void leaveNegative(float[] gradients, float[] hidden, int count, float raise) {
        for (int each = 0; each < count; each++) {
            gradients[each] = hidden[each] > 0 ? gradients[each] * raise : 0;
        }
    }
}
