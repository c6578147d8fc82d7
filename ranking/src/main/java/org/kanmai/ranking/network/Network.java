package org.kanmai.ranking.network;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A network to score with, which does not change; any number of threads may ask at once. What the first layer makes of an
 * item alone is kept from request to request.
 */
public final class Network {
    private static final int BLOCK = 2 * Kernels.STRIP;

    private final Shape shape;
    private final Dimensions at;
    private final Kernels kernels;
    private final float[] dense;
    private final Rows rows;
    private final float[] viewerPart;
    private final float[] itemPart;
    private final float[] restPart;
    private final float[] key;
    private final float[][] layers;
    private final AtomicReferenceArray<Known> items;

    /** An item's part of the first layer, with all ids it was made of. */
    private static final class Known {
        private final long[] item;
        private final float[] part;

        Known(long[] item, float[] part) {
            this.item = item;
            this.part = part;
        }
    }

    Network(Shape shape, NetworkSettings settings, Kernels kernels, float[] dense, Rows rows) {
        this.shape = shape;
        this.at = new Dimensions(shape, settings);
        this.kernels = kernels;
        this.dense = dense;
        this.rows = rows;
        this.viewerPart = packed(at.weights[0], at.itemAt, at.widths[1]);
        this.itemPart = packed(firstRow(at.itemAt), at.attendedAt - at.itemAt, at.widths[1]);
        this.restPart = packed(firstRow(at.attendedAt), at.input() - at.attendedAt, at.widths[1]);
        this.key = packed(at.key, at.dimension, at.attention);
        this.layers = new float[at.layers()][];
        for (int layer = 1; layer < at.layers(); layer++) {
            layers[layer] = packed(at.weights[layer], at.widths[layer], at.widths[layer + 1]);
        }
        int places = Integer.highestOneBit(Math.max(1, 2 * settings.cachedItems() - 1));
        this.items = new AtomicReferenceArray<>(places);
    }

    private int firstRow(int input) {
        return at.weights[0] + input * at.widths[1];
    }

    private float[] packed(int from, int rows, int columns) {
        float[] to = new float[rows * columns];
        kernels.pack(dense, from, columns, 1, rows, columns, to);
        return to;
    }

    /** Returns what it is told and tells. */
    public Shape shape() {
        return shape;
    }

    /**
     * Returns for each candidate, in their order, a probability for each task; the same for the same ids, whatever else
     * was asked. The history has the newest item first; what is beyond the shape's length is left.
     */
    public float[][] score(long[] viewer, long[] history, List<Candidate> candidates) {
        Trainer.check("viewer", viewer, at.viewer);
        for (var candidate : candidates) {
            Trainer.check("item", candidate.item(), at.item);
            Trainer.check("cross", candidate.cross(), at.cross);
        }
        float[][] scores = new float[candidates.size()][at.tasks];
        if (scores.length == 0) {
            return scores;
        }
        int strips = (scores.length + Kernels.STRIP - 1) / Kernels.STRIP;
        var request = new Request(viewer, history, Math.min(BLOCK, strips * Kernels.STRIP));
        for (int begin = 0; begin < scores.length; begin += BLOCK) {
            request.score(candidates, begin, Math.min(BLOCK, scores.length - begin), scores);
        }
        return scores;
    }

    /** Returns whether all dense weights and rows are numbers. */
    public boolean isFinite() {
        return kernels.largest(dense, dense.length) < Float.POSITIVE_INFINITY && rows.isFinite(kernels);
    }

    private float[] itemPart(long[] item) {
        int place = (int) IdIndex.hash(0, item[0]) & (items.length() - 1);
        var known = items.get(place);
        if (known != null && Arrays.equals(known.item, item)) {
            return known.part;
        }
        float[] input = new float[at.attendedAt - at.itemAt];
        for (int field = 0; field < at.item; field++) {
            rows.read(at.viewer + field, item[field], input, field * at.dimension);
        }
        float[] part = new float[at.widths[1]];
        multiply(input, input.length, itemPart, part, 1, at.widths[1]);
        items.set(place, new Known(item.clone(), part));
        return part;
    }

    private void multiply(float[] a, int inner, float[] packed, float[] c, int count, int columns) {
        kernels.multiply(a, 0, inner, 1, packed, 0, Kernels.PACKED, c, 0, columns, count, inner, columns);
    }

    /** What is the same for all candidates of a request, and room for a block of them. */
    private final class Request {
        private final int length;
        private final int block;
        private final float[] base;
        private final float[] keys;
        private final float[] keyBases;
        private final float[] pairs;
        private final float[] queries;
        private final float[] weights;
        private final float[] rest;
        private final float[][] outputs;

        Request(long[] viewer, long[] history, int block) {
            float[] input = new float[at.itemAt];
            for (int field = 0; field < at.viewer; field++) {
                rows.read(field, viewer[field], input, field * at.dimension);
            }
            base = Arrays.copyOfRange(dense, at.biases[0], at.biases[0] + at.widths[1]);
            multiply(input, input.length, viewerPart, base, 1, base.length);
            keys = new float[at.history * at.dimension];
            length = keys(history);
            keyBases = new float[length * at.attention];
            pairs = new float[length * at.dimension * at.attention];
            attend();
            this.block = block;
            queries = new float[block * at.dimension];
            weights = new float[block * length];
            rest = new float[block * (at.input() - at.attendedAt)];
            outputs = new float[at.layers()][];
            for (int layer = 0; layer < outputs.length; layer++) {
                outputs[layer] = new float[block * at.widths[layer + 1]];
            }
        }

        private int keys(long[] history) {
            int known = 0;
            for (int back = 0; back < Math.min(history.length, at.history); back++) {
                if (history[back] != 0) {
                    rows.read(at.historyTable(), history[back], keys, known++ * at.dimension);
                }
            }
            return known;
        }

        /** Makes of each item of the history the matrix that candidates are multiplied by. */
        private void attend() {
            int size = at.dimension * at.attention;
            for (int back = 0; back < length; back++) {
                System.arraycopy(dense, at.attentionBias, keyBases, back * at.attention, at.attention);
                System.arraycopy(dense, at.query, pairs, back * size, size);
                for (int number = 0; number < at.dimension; number++) {
                    int row = number * at.attention;
                    float factor = keys[back * at.dimension + number];
                    kernels.add(factor, dense, at.product + row, pairs, back * size + row, at.attention);
                }
            }
            multiply(keys, at.dimension, key, keyBases, length, at.attention);
        }

        void score(List<Candidate> candidates, int begin, int count, float[][] scores) {
            int width = at.widths[1];
            for (int next = 0; next < count; next++) {
                long item = candidates.get(begin + next).item()[0];
                rows.readColumn(at.historyTable(), item, queries, next, block);
                System.arraycopy(base, 0, outputs[0], next * width, width);
            }
            rest(candidates, begin, count);
            multiply(rest, at.input() - at.attendedAt, restPart, outputs[0], count, width);
            for (int next = 0; next < count; next++) {
                float[] part = itemPart(candidates.get(begin + next).item());
                kernels.addRectified(part, 0, outputs[0], next * width, width);
            }
            for (int layer = 1; layer < at.layers(); layer++) {
                forward(layer, count);
            }
            heads(begin, count, scores);
        }

        private void rest(List<Candidate> candidates, int begin, int count) {
            Arrays.fill(rest, 0);
            Arrays.fill(weights, 0);
            int size = at.dimension * at.attention;
            for (int back = 0; back < length; back++) {
                kernels.weigh(
                        queries,
                        block,
                        pairs,
                        back * size,
                        keyBases,
                        back * at.attention,
                        dense,
                        at.attentionOut,
                        weights,
                        back * block,
                        at.dimension,
                        at.attention);
            }
            int width = at.input() - at.attendedAt;
            kernels.multiply(weights, 0, 1, block, keys, 0, at.dimension, rest, 0, width, count, length, at.dimension);
            for (int next = 0; next < count; next++) {
                long[] cross = candidates.get(begin + next).cross();
                for (int field = 0; field < cross.length; field++) {
                    int to = next * width + (field + 1) * at.dimension;
                    rows.read(at.viewer + at.item + field, cross[field], rest, to);
                }
            }
        }

        private void forward(int layer, int count) {
            int width = at.widths[layer + 1];
            for (int next = 0; next < count; next++) {
                System.arraycopy(dense, at.biases[layer], outputs[layer], next * width, width);
            }
            multiply(outputs[layer - 1], at.widths[layer], layers[layer], outputs[layer], count, width);
            kernels.rectify(outputs[layer], 0, count * width);
        }

        private void heads(int begin, int count, float[][] scores) {
            float[] last = outputs[outputs.length - 1];
            for (int next = 0; next < count; next++) {
                for (int task = 0; task < at.tasks; task++) {
                    int head = at.heads + task * at.last();
                    float logit = kernels.dot(last, next * at.last(), dense, head, at.last());
                    scores[begin + next][task] = Pass.probability(dense[at.headBiases + task] + logit);
                }
            }
        }
    }
}
