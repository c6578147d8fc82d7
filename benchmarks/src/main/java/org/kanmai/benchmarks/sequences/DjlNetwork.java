package org.kanmai.benchmarks.sequences;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import java.util.ArrayList;
import java.util.List;

/** The network of SASRec in the paper's order of parts, over sequences that are filled up with item 0 in front. */
final class DjlNetwork {
    private static final float SMALL = 1e-8f;
    private static final float FAR_BELOW = -1e9f;
    private static final float LEFT_OUT = 0.2f;

    private final int width;
    private final int length;
    private final NDManager root;
    private final List<NDArray> weights = new ArrayList<>();
    private final NDArray items;
    private final NDArray positions;
    private final NDArray causal;
    /**
     * The square root of the width as a tensor. DJL makes one of a Java number and lets its memory go with the next collection,
     * although PyTorch reckons gradients of a product and a quotient with it later: they became no numbers.
     */
    private final NDArray scale;

    private final List<Block> blocks = new ArrayList<>();
    private final NDArray gain;
    private final NDArray bias;

    private record Block(
            NDArray attentionGain,
            NDArray attentionBias,
            NDArray query,
            NDArray queryBias,
            NDArray key,
            NDArray keyBias,
            NDArray value,
            NDArray valueBias,
            NDArray forwardGain,
            NDArray forwardBias,
            NDArray inner,
            NDArray innerBias,
            NDArray outer,
            NDArray outerBias) {}

    DjlNetwork(NDManager root, int count, int width, int blocks, int length) {
        this.root = root;
        this.width = width;
        this.length = length;
        items = drawn(count + 1, width);
        positions = drawn(length, width);
        for (int each = 0; each < blocks; each++) {
            this.blocks.add(block());
        }
        gain = weight(root.ones(new Shape(width)));
        bias = nothing();
        scale = root.create((float) Math.sqrt(width));
        causal = root.create(mask(length), new Shape(length, length));
    }

    private Block block() {
        return new Block(
                weight(root.ones(new Shape(width))),
                nothing(),
                drawn(width, width),
                nothing(),
                drawn(width, width),
                nothing(),
                drawn(width, width),
                nothing(),
                weight(root.ones(new Shape(width))),
                nothing(),
                drawn(width, width),
                nothing(),
                drawn(width, width),
                nothing());
    }

    private NDArray drawn(int rows, int columns) {
        float most = (float) Math.sqrt(6.0 / (rows + columns));
        return weight(root.randomUniform(-most, most, new Shape(rows, columns)));
    }

    private NDArray nothing() {
        return weight(root.zeros(new Shape(width)));
    }

    private NDArray weight(NDArray array) {
        array.setRequiresGradient(true);
        weights.add(array);
        return array;
    }

    private static float[] mask(int length) {
        var mask = new float[length * length];
        for (int row = 0; row < length; row++) {
            for (int column = row + 1; column < length; column++) {
                mask[row * length + column] = FAR_BELOW;
            }
        }
        return mask;
    }

    List<NDArray> weights() {
        return weights;
    }

    NDArray vectors(NDArray ids) {
        return one(Embedding.embedding(ids, items, SparseFormat.DENSE));
    }

    /** Returns the vector of each place of each sequence. */
    NDArray forward(NDArray sequences, Mode mode) {
        var mask = sequences.neq(0).toType(DataType.FLOAT32, false).expandDims(-1);
        var stream = dropped(vectors(sequences).mul(scale).add(positions), mode).mul(mask);
        for (var block : blocks) {
            stream = block(block, stream, mode).mul(mask);
        }
        return norm(stream, gain, bias);
    }

    /** Whether some activations are left out. */
    enum Mode {
        LEARNING,
        READING
    }

    private NDArray block(Block block, NDArray stream, Mode mode) {
        var asking = norm(stream, block.attentionGain, block.attentionBias);
        var query = linear(asking, block.query, block.queryBias);
        var key = linear(stream, block.key, block.keyBias);
        var value = linear(stream, block.value, block.valueBias);
        var looks = query.matMul(key.transpose(0, 2, 1)).div(scale).add(causal).softmax(-1);
        var attended = norm(asking.add(dropped(looks, mode).matMul(value)), block.forwardGain, block.forwardBias);
        var hidden = dropped(Activation.relu(linear(attended, block.inner, block.innerBias)), mode);
        return attended.add(dropped(linear(hidden, block.outer, block.outerBias), mode));
    }

    private NDArray norm(NDArray in, NDArray stretch, NDArray move) {
        return one(LayerNorm.layerNorm(in, new Shape(width), stretch, move, SMALL));
    }

    private static NDArray linear(NDArray in, NDArray weight, NDArray move) {
        return one(Linear.linear(in, weight, move));
    }

    private static NDArray dropped(NDArray in, Mode mode) {
        return mode == Mode.LEARNING ? one(Dropout.dropout(in, LEFT_OUT, true)) : in;
    }

    private static NDArray one(NDList list) {
        return list.singletonOrThrow();
    }

    int length() {
        return length;
    }
}
