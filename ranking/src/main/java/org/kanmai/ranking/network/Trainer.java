package org.kanmai.ranking.network;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns a network from examples, a mini-batch at a time: Adam for what all examples use, Adagrad for the rows that a batch
 * touches. For one thread at a time; the networks it publishes are not touched by what it learns later.
 */
public final class Trainer {
    /** Most examples of one mini-batch. */
    public static final int MOST_EXAMPLES = 4_096;

    private static final int SWEPT = 2;

    private final Shape shape;
    private final NetworkSettings settings;
    private final Dimensions dimensions;
    private final Kernels kernels;
    private final Embeddings embeddings;
    private final float[] dense;
    private final float[] means;
    private final float[] squares;
    private final Batch batch;
    private final Pass pass;
    private long steps;
    private long learned;
    private long refused;

    /** Begins with small random weights. */
    public Trainer(Shape shape, NetworkSettings settings) {
        this(shape, settings, Kernels.fastest());
    }

    Trainer(Shape shape, NetworkSettings settings, Kernels kernels) {
        this.shape = shape;
        this.settings = settings;
        this.kernels = kernels;
        this.dimensions = new Dimensions(shape, settings);
        this.embeddings = new Embeddings(dimensions.fields, settings);
        this.dense = first(dimensions, settings.seed());
        this.means = new float[dimensions.size];
        this.squares = new float[dimensions.size];
        this.batch = new Batch(dimensions);
        this.pass = new Pass(dimensions, kernels);
    }

    /** Weights spread by the width of what they sum up (He et al. 2015); the attention begins a little above nothing. */
    private static float[] first(Dimensions at, long seed) {
        var chance = new SplittableRandom(seed);
        float[] dense = new float[at.size];
        for (int matrix : new int[] {at.query, at.key, at.product}) {
            spread(dense, matrix, at.dimension * at.attention, at.dimension, chance);
        }
        Arrays.fill(dense, at.attentionBias, at.attentionBias + at.attention, 0.1f);
        spread(dense, at.attentionOut, at.attention, at.attention, chance);
        for (int layer = 0; layer < at.layers(); layer++) {
            spread(dense, at.weights[layer], at.widths[layer] * at.widths[layer + 1], at.widths[layer], chance);
        }
        spread(dense, at.heads, at.tasks * at.last(), 6 * at.last(), chance);
        return dense;
    }

    private static void spread(float[] weights, int at, int size, int inputs, SplittableRandom chance) {
        double most = Math.sqrt(6.0 / inputs);
        for (int place = at; place < at + size; place++) {
            weights[place] = (float) chance.nextDouble(-most, most);
        }
    }

    /**
     * Learns from a mini-batch and returns the mean loss for each task, {@code NaN} where no label is known.
     *
     * <p>A batch with a label outside [0, 1], or whose slopes are not finite, is refused: no weight changes, it is
     * counted, and all that is returned is {@code NaN}. Examples that don't fit the shape are the caller's error.
     */
    public double[] learn(List<Example> examples) {
        check(examples);
        if (!slopes(examples)) {
            refused++;
            return nothing();
        }
        apply();
        learned += examples.size();
        embeddings.sweep(SWEPT * examples.size(), learned);
        return losses();
    }

    private void check(List<Example> examples) {
        if (examples.size() > MOST_EXAMPLES) {
            throw new IllegalArgumentException(examples.size() + " examples, the limit is " + MOST_EXAMPLES);
        }
        for (var example : examples) {
            check("viewer", example.viewer(), dimensions.viewer);
            check("item", example.item(), dimensions.item);
            check("cross", example.cross(), dimensions.cross);
        }
    }

    static void check(String what, long[] ids, int fields) {
        if (ids.length != fields) {
            throw new IllegalArgumentException(ids.length + " ids for " + fields + " " + what + " fields");
        }
    }

    /** Computes losses and slopes and changes no weight; returns whether they are of use. */
    boolean slopes(List<Example> examples) {
        if (!batch.take(examples)) {
            return false;
        }
        batch.find(embeddings, learned + 1);
        pass.run(batch, dense, embeddings.weights());
        return pass.isFinite(batch.places);
    }

    private void apply() {
        if (batch.examples == 0) {
            return;
        }
        steps++;
        var step = Kernels.AdamStep.of(steps, 1.0 / batch.examples, settings.l2(), settings.learningRate());
        kernels.adam(dense, pass.slopes, means, squares, dense.length, step);
        var rowStep = new Kernels.RowStep((float) settings.l2(), (float) settings.embeddingRate());
        int size = dimensions.dimension;
        for (int place = 0; place < batch.places; place++) {
            int row = batch.rows[place];
            kernels.adagrad(
                    embeddings.weights(),
                    row * size,
                    pass.rowSlopes,
                    place * size,
                    size,
                    embeddings.squares(),
                    row,
                    rowStep);
        }
    }

    private double[] nothing() {
        double[] losses = new double[dimensions.tasks];
        Arrays.fill(losses, Double.NaN);
        return losses;
    }

    private double[] losses() {
        double[] losses = nothing();
        for (int task = 0; task < losses.length; task++) {
            if (pass.known[task] > 0) {
                losses[task] = pass.losses[task] / pass.known[task];
            }
        }
        return losses;
    }

    /** Returns a network with what is learned so far; it does not change. */
    public Network publish() {
        return new Network(shape, settings, kernels, dense.clone(), embeddings.freeze());
    }

    /** Returns of how many examples it has learned. */
    public long learned() {
        return learned;
    }

    /** Returns how many batches were refused. */
    public long refused() {
        return refused;
    }

    /** Returns how many ids have a row of their own. */
    public int rows() {
        return embeddings.owned();
    }

    /** Returns how many ids lost their row. */
    public long evicted() {
        return embeddings.evicted();
    }

    Dimensions dimensions() {
        return dimensions;
    }

    Pass pass() {
        return pass;
    }

    Batch batch() {
        return batch;
    }

    float[] dense() {
        return dense;
    }

    Embeddings embeddings() {
        return embeddings;
    }
}
