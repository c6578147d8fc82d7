package org.kanmai.ranking.network;

import java.util.Arrays;

/**
 * One way through the network with a mini-batch and back, as products of matrices over all its examples. Slopes are those
 * of the sum of losses; they and all between lie here until the next pass.
 */
final class Pass {
    private static final float LARGEST = 1e9f;

    private final Dimensions at;
    private final Kernels kernels;

    final float[] slopes;
    final double[] losses;
    final int[] known;
    float[] rowSlopes = new float[0];

    /** For each layer its input, the last is that of the heads. */
    private final float[][] outputs;

    private final float[][] outputSlopes;
    private float[] keys = new float[0];
    private float[] hidden = new float[0];
    private float[] scores = new float[0];
    private float[] bases = new float[0];
    private float[] baseSlopes = new float[0];
    private float[] logitSlopes = new float[0];
    private float[] packed;
    private final float[] pair;
    private final float[] pairPacked;
    private final float[] pairSlopes;
    private final float[] keySlopes;

    Pass(Dimensions dimensions, Kernels kernels) {
        this.at = dimensions;
        this.kernels = kernels;
        this.slopes = new float[at.size];
        this.losses = new double[at.tasks];
        this.known = new int[at.tasks];
        this.outputs = new float[at.layers() + 1][0];
        this.outputSlopes = new float[at.layers() + 1][0];
        this.packed = new float[largest()];
        this.pair = new float[at.dimension * at.attention];
        this.pairPacked = new float[at.dimension * at.attention];
        this.pairSlopes = new float[at.dimension * at.attention];
        this.keySlopes = new float[at.history * at.dimension];
    }

    private int largest() {
        int largest = at.dimension * at.attention;
        for (int layer = 0; layer < at.layers(); layer++) {
            largest = Math.max(largest, at.widths[layer] * at.widths[layer + 1]);
        }
        return largest;
    }

    private void room(int examples) {
        if (logitSlopes.length >= examples * at.tasks) {
            return;
        }
        for (int layer = 0; layer <= at.layers(); layer++) {
            outputs[layer] = new float[examples * at.widths[layer]];
            outputSlopes[layer] = new float[examples * at.widths[layer]];
        }
        keys = new float[examples * at.history * at.dimension];
        hidden = new float[examples * at.history * at.attention];
        scores = new float[examples * at.history];
        bases = new float[examples * at.attention];
        baseSlopes = new float[examples * at.attention];
        logitSlopes = new float[examples * at.tasks];
        int widest = Arrays.stream(at.widths).skip(1).max().orElse(0);
        packed = new float[Math.max(packed.length, examples * Math.max(widest, at.attention))];
    }

    /** Computes losses, the slopes of all dense parameters, and of each place of the batch. */
    void run(Batch batch, float[] dense, float[] rows) {
        room(batch.examples);
        gather(batch, rows);
        attend(batch, dense);
        for (int layer = 0; layer < at.layers(); layer++) {
            forward(layer, dense, batch.examples);
        }
        Arrays.fill(slopes, 0);
        heads(batch, dense);
        for (int layer = at.layers() - 1; layer >= 0; layer--) {
            back(layer, dense, batch.examples);
        }
        if (rowSlopes.length < batch.places * at.dimension) {
            rowSlopes = new float[batch.rows.length * at.dimension];
        }
        Arrays.fill(rowSlopes, 0, batch.places * at.dimension, 0);
        backAttend(batch, dense);
        scatter(batch);
    }

    private void gather(Batch batch, float[] rows) {
        float[] input = outputs[0];
        for (int example = 0, from = 0; example < batch.examples; example++) {
            int to = example * at.input();
            for (int field = 0; field < at.fields; field++) {
                int row = batch.rows[batch.fields[from++]];
                System.arraycopy(rows, row * at.dimension, input, to + at.inputAt(field), at.dimension);
            }
            int past = example * at.history;
            for (int back = 0; back < batch.lengths[example]; back++, past++) {
                int row = batch.rows[batch.history[past]];
                System.arraycopy(rows, row * at.dimension, keys, past * at.dimension, at.dimension);
            }
        }
    }

    /** Sums up each example's history, each item weighed by what a small layer says of it beside the item to rank. */
    private void attend(Batch batch, float[] dense) {
        float[] input = outputs[0];
        repeat(dense, at.attentionBias, bases, at.attention, batch.examples);
        kernels.pack(dense, at.query, at.attention, 1, at.dimension, at.attention, packed);
        multiply(input, at.itemAt, at.input(), 1, bases, 0, at.attention, batch.examples, at.dimension, at.attention);
        for (int example = 0; example < batch.examples; example++) {
            int length = batch.lengths[example];
            int past = example * at.history;
            int attended = example * at.input() + at.attendedAt;
            Arrays.fill(input, attended, attended + at.dimension, 0);
            if (length > 0) {
                pair(dense, input, example * at.input() + at.itemAt);
                attend(example, past, length, dense);
            }
            for (int back = past; back < past + length; back++) {
                int out = at.attentionOut;
                scores[back] = kernels.rectifiedDot(hidden, back * at.attention, dense, out, at.attention);
                kernels.add(scores[back], keys, back * at.dimension, input, attended, at.dimension);
            }
        }
    }

    /** Makes of the item to rank the matrix that a history's items are multiplied by. */
    private void pair(float[] dense, float[] input, int item) {
        System.arraycopy(dense, at.key, pair, 0, pair.length);
        for (int number = 0; number < at.dimension; number++) {
            int row = number * at.attention;
            kernels.add(input[item + number], dense, at.product + row, pair, row, at.attention);
        }
    }

    private void attend(int example, int past, int length, float[] dense) {
        for (int back = past; back < past + length; back++) {
            System.arraycopy(bases, example * at.attention, hidden, back * at.attention, at.attention);
        }
        kernels.multiply(
                keys,
                past * at.dimension,
                at.dimension,
                1,
                pair,
                0,
                at.attention,
                hidden,
                past * at.attention,
                at.attention,
                length,
                at.dimension,
                at.attention);
    }

    private void forward(int layer, float[] dense, int examples) {
        int inner = at.widths[layer];
        int width = at.widths[layer + 1];
        repeat(dense, at.biases[layer], outputs[layer + 1], width, examples);
        kernels.pack(dense, at.weights[layer], width, 1, inner, width, packed);
        multiply(outputs[layer], 0, inner, 1, outputs[layer + 1], 0, width, examples, inner, width);
        kernels.rectify(outputs[layer + 1], 0, examples * width);
    }

    private void multiply(
            float[] a, int aAt, int aRow, int aColumn, float[] c, int cAt, int cRow, int rows, int inner, int columns) {
        kernels.multiply(a, aAt, aRow, aColumn, packed, 0, Kernels.PACKED, c, cAt, cRow, rows, inner, columns);
    }

    private static void repeat(float[] row, int rowAt, float[] to, int width, int times) {
        for (int time = 0; time < times; time++) {
            System.arraycopy(row, rowAt, to, time * width, width);
        }
    }

    /** The heads and their losses; a label that isn't known has no loss and no slope. */
    private void heads(Batch batch, float[] dense) {
        Arrays.fill(losses, 0);
        Arrays.fill(known, 0);
        float[] last = outputs[at.layers()];
        float[] lastSlopes = outputSlopes[at.layers()];
        Arrays.fill(lastSlopes, 0, batch.examples * at.last(), 0);
        for (int example = 0; example < batch.examples; example++) {
            int from = example * at.last();
            for (int task = 0; task < at.tasks; task++) {
                float label = batch.labels[example * at.tasks + task];
                if (!Float.isNaN(label)) {
                    head(task, label, dense, last, from, lastSlopes);
                }
            }
        }
    }

    private void head(int task, float label, float[] dense, float[] last, int from, float[] lastSlopes) {
        int head = at.heads + task * at.last();
        float logit = dense[at.headBiases + task] + kernels.dot(last, from, dense, head, at.last());
        losses[task] += Math.max(logit, 0) - label * logit + Math.log1p(Math.exp(-Math.abs(logit)));
        known[task]++;
        float slope = probability(logit) - label;
        slopes[at.headBiases + task] += slope;
        kernels.add(slope, last, from, slopes, head, at.last());
        kernels.add(slope, dense, head, lastSlopes, from, at.last());
    }

    static float probability(float logit) {
        return (float) (1 / (1 + Math.exp(-logit)));
    }

    private void back(int layer, float[] dense, int examples) {
        int inner = at.widths[layer];
        int width = at.widths[layer + 1];
        float[] ahead = outputSlopes[layer + 1];
        kernels.mask(outputs[layer + 1], ahead, examples * width);
        for (int example = 0; example < examples; example++) {
            kernels.add(1, ahead, example * width, slopes, at.biases[layer], width);
        }
        kernels.pack(ahead, 0, width, 1, examples, width, packed);
        multiply(outputs[layer], 0, 1, inner, slopes, at.weights[layer], width, inner, examples, width);
        kernels.pack(dense, at.weights[layer], 1, width, width, inner, packed);
        Arrays.fill(outputSlopes[layer], 0, examples * inner, 0);
        multiply(ahead, 0, width, 1, outputSlopes[layer], 0, inner, examples, width, inner);
    }

    private void backAttend(Batch batch, float[] dense) {
        Arrays.fill(baseSlopes, 0, batch.examples * at.attention, 0);
        for (int example = 0; example < batch.examples; example++) {
            if (batch.lengths[example] > 0) {
                backAttend(example, batch, dense);
            }
        }
        for (int example = 0; example < batch.examples; example++) {
            kernels.add(1, baseSlopes, example * at.attention, slopes, at.attentionBias, at.attention);
        }
        int examples = batch.examples;
        kernels.pack(baseSlopes, 0, at.attention, 1, examples, at.attention, packed);
        multiply(
                outputs[0],
                at.itemAt,
                1,
                at.input(),
                slopes,
                at.query,
                at.attention,
                at.dimension,
                examples,
                at.attention);
        kernels.pack(dense, at.query, 1, at.attention, at.attention, at.dimension, packed);
        multiply(
                baseSlopes,
                0,
                at.attention,
                1,
                outputSlopes[0],
                at.itemAt,
                at.input(),
                examples,
                at.attention,
                at.dimension);
    }

    private void backAttend(int example, Batch batch, float[] dense) {
        int length = batch.lengths[example];
        int past = example * at.history;
        int input = example * at.input();
        for (int back = 0; back < length; back++) {
            backScore(past + back, back, example, input + at.attendedAt, dense);
        }
        pair(dense, outputs[0], input + at.itemAt);
        kernels.pack(pair, 0, 1, at.attention, at.attention, at.dimension, pairPacked);
        kernels.multiply(
                hidden,
                past * at.attention,
                at.attention,
                1,
                pairPacked,
                0,
                Kernels.PACKED,
                keySlopes,
                0,
                at.dimension,
                length,
                at.attention,
                at.dimension);
        backPair(past, length, input + at.itemAt, dense);
        for (int back = 0; back < length; back++) {
            int place = batch.history[past + back];
            kernels.add(1, keySlopes, back * at.dimension, rowSlopes, place * at.dimension, at.dimension);
        }
    }

    private void backScore(int past, int back, int example, int attended, float[] dense) {
        float slope = kernels.dot(outputSlopes[0], attended, keys, past * at.dimension, at.dimension);
        Arrays.fill(keySlopes, back * at.dimension, (back + 1) * at.dimension, 0);
        kernels.add(scores[past], outputSlopes[0], attended, keySlopes, back * at.dimension, at.dimension);
        kernels.backRectifiedDot(
                slope,
                hidden,
                past * at.attention,
                dense,
                at.attentionOut,
                slopes,
                at.attentionOut,
                baseSlopes,
                example * at.attention,
                at.attention);
    }

    private void backPair(int past, int length, int item, float[] dense) {
        Arrays.fill(pairSlopes, 0);
        kernels.multiply(
                keys,
                past * at.dimension,
                1,
                at.dimension,
                hidden,
                past * at.attention,
                at.attention,
                pairSlopes,
                0,
                at.attention,
                at.dimension,
                length,
                at.attention);
        kernels.add(1, pairSlopes, 0, slopes, at.key, pairSlopes.length);
        for (int number = 0; number < at.dimension; number++) {
            int row = number * at.attention;
            kernels.add(outputs[0][item + number], pairSlopes, row, slopes, at.product + row, at.attention);
            outputSlopes[0][item + number] += kernels.dot(pairSlopes, row, dense, at.product + row, at.attention);
        }
    }

    private void scatter(Batch batch) {
        for (int example = 0, from = 0; example < batch.examples; example++) {
            for (int field = 0; field < at.fields; field++) {
                int slope = example * at.input() + at.inputAt(field);
                int place = batch.fields[from++];
                kernels.add(1, outputSlopes[0], slope, rowSlopes, place * at.dimension, at.dimension);
            }
        }
    }

    /** Returns whether all losses are numbers and no slope is of a size that only a broken network has. */
    boolean isFinite(int places) {
        double all = 0;
        for (double loss : losses) {
            all += loss;
        }
        return Double.isFinite(all)
                && kernels.largest(slopes, slopes.length) <= LARGEST
                && kernels.largest(rowSlopes, places * at.dimension) <= LARGEST;
    }
}
