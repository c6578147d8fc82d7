package org.kanmai.benchmarks.sequences;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.kanmai.ranking.evaluation.interactions.Answers;
import org.kanmai.ranking.evaluation.interactions.Contender;
import org.kanmai.ranking.evaluation.interactions.LeaveOneOut;
import org.kanmai.ranking.evaluation.interactions.Question;
import org.kanmai.ranking.evaluation.interactions.SequenceContender;
import org.kanmai.ranking.sequence.SequenceShape;
import org.kanmai.ranking.sequence.Windows;

/**
 * SASRec by PyTorch on one thread: batches of 128, binary cross-entropy with one negative, dense Adam, as in the paper. Its rate is
 * thrice the paper's after a hundred steps in which it rises: in the minutes that are compared it learns more with it.
 */
public final class DjlSasrec implements Contender, AutoCloseable {
    private static final int BATCH = 128;
    private static final int PATIENCE = 20;
    private static final double RATE = 3e-3;
    private static final double RISING_STEPS = 100;
    private static final float MEAN_DECAY = 0.9f;
    private static final float SQUARE_DECAY = 0.98f;

    private final NDManager root;
    private final DjlNetwork network;
    private final List<NDArray> means = new ArrayList<>();
    private final List<NDArray> squares = new ArrayList<>();
    private final int items;
    private final Random random;
    private List<NDArray> best = List.of();
    private long steps;

    /** Unpacks PyTorch into a folder at first. */
    public DjlSasrec(SequenceShape shape, int items, long seed, Path cache) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("DJL_CACHE_DIR", cache.toString());
        Engine.getInstance().setRandomSeed((int) seed);
        root = NDManager.newBaseManager();
        network = new DjlNetwork(root, items, shape.dimensions(), shape.blocks(), shape.length());
        network.weights().forEach(each -> {
            means.add(root.zeros(each.getShape()));
            squares.add(root.zeros(each.getShape()));
        });
        this.items = items;
        random = new Random(seed);
    }

    /** Trains until the budget is spent or nothing gets better, and keeps what chose best; returns the passes over all. */
    public int train(LeaveOneOut set, BooleanSupplier spent, SequenceContender.Progress progress) {
        var windows = Windows.of(set.training(), network.length());
        double bestGain = -1;
        int pass = 0;
        for (int since = 0; !spent.getAsBoolean() && since < PATIENCE; since++) {
            double loss = pass(windows, spent);
            if (!Double.isFinite(loss)) {
                throw new IllegalStateException("SASRec by DJL diverged in pass " + (pass + 1) + ", loss " + loss);
            }
            double gain = Answers.of(this, set.validation()).meanNdcg();
            progress.passed(++pass, loss, gain);
            if (gain > bestGain) {
                bestGain = gain;
                keep();
                since = 0;
            }
        }
        restore();
        return pass;
    }

    private double pass(List<long[]> windows, BooleanSupplier spent) {
        Collections.shuffle(windows, random);
        double sum = 0;
        int batches = 0;
        for (int from = 0; from < windows.size() && !spent.getAsBoolean(); from += BATCH) {
            sum += learn(windows.subList(from, Math.min(windows.size(), from + BATCH)));
            batches++;
        }
        return sum / Math.max(1, batches);
    }

    private double learn(List<long[]> windows) {
        int length = network.length();
        var had = new long[windows.size() * length];
        var next = had.clone();
        var other = had.clone();
        for (int each = 0; each < windows.size(); each++) {
            fill(windows.get(each), each * length, had, next, other);
        }
        var shape = new Shape(windows.size(), length);
        try (var manager = root.newSubManager()) {
            double loss = backward(
                    manager.create(had, shape), manager.create(next, shape), manager.create(other, shape), manager);
            move();
            return loss;
        }
    }

    private void fill(long[] window, int at, long[] had, long[] next, long[] other) {
        int free = network.length() - (window.length - 1);
        for (int each = 0; each + 1 < window.length; each++) {
            had[at + free + each] = window[each];
            next[at + free + each] = window[each + 1];
            other[at + free + each] = other(window);
        }
    }

    private long other(long[] window) {
        while (true) {
            long drawn = 1L + random.nextInt(items);
            boolean had = false;
            for (long item : window) {
                had |= item == drawn;
            }
            if (!had) {
                return drawn;
            }
        }
    }

    private double backward(NDArray had, NDArray next, NDArray other, NDManager manager) {
        try (var collector = Engine.getInstance().newGradientCollector()) {
            var vectors = network.forward(had, DjlNetwork.Mode.LEARNING);
            var right = vectors.mul(network.vectors(next)).sum(new int[] {-1});
            var wrong = vectors.mul(network.vectors(other)).sum(new int[] {-1});
            var counts = next.neq(0).toType(DataType.FLOAT32, false);
            var all = softPlus(right.neg()).add(softPlus(wrong));
            var loss = all.mul(counts).sum().div(counts.sum());
            loss.attach(manager);
            collector.backward(loss);
            return loss.getFloat();
        }
    }

    /** Returns log(1 + e^x) without the overflow that {@link Activation#softPlus} has for a large x. */
    private static NDArray softPlus(NDArray x) {
        return Activation.relu(x).add(x.abs().neg().exp().add(1).log());
    }

    private void move() {
        steps++;
        double rate = RATE
                * Math.min(1, steps / RISING_STEPS)
                * Math.sqrt(1 - Math.pow(SQUARE_DECAY, (double) steps))
                / (1 - Math.pow(MEAN_DECAY, (double) steps));
        for (int each = 0; each < means.size(); each++) {
            try (var manager = root.newSubManager()) {
                move(network.weights().get(each), means.get(each), squares.get(each), rate, manager);
            }
        }
    }

    /** Results belong to the manager of the first operand, so each is attached to one that is closed; gradients are made zero by hand. */
    private static void move(NDArray weight, NDArray mean, NDArray square, double rate, NDManager manager) {
        var gradient = weight.getGradient();
        gradient.attach(manager);
        var part = gradient.mul(1 - MEAN_DECAY);
        mean.muli(MEAN_DECAY).addi(part);
        var power = gradient.mul(gradient);
        square.muli(SQUARE_DECAY).addi(power.muli(1 - SQUARE_DECAY));
        var divisor = square.sqrt();
        divisor.attach(manager);
        var step = mean.div(divisor.addi(1e-8f));
        step.attach(manager);
        weight.subi(step.muli(rate));
        gradient.subi(gradient);
    }

    private void keep() {
        best.forEach(NDArray::close);
        best = network.weights().stream().map(NDArray::duplicate).toList();
    }

    private void restore() {
        for (int each = 0; each < best.size(); each++) {
            var weight = network.weights().get(each);
            try (var manager = root.newSubManager()) {
                var difference = weight.sub(best.get(each));
                difference.attach(manager);
                weight.subi(difference);
            }
        }
    }

    @Override
    public List<float[]> scores(List<Question> questions) {
        int length = network.length();
        int candidates = LeaveOneOut.OTHERS + 1;
        var had = new long[questions.size() * length];
        var asked = new long[questions.size() * candidates];
        for (int each = 0; each < questions.size(); each++) {
            var history = questions.get(each).history();
            int count = Math.min(length, history.length);
            System.arraycopy(history, history.length - count, had, (each + 1) * length - count, count);
            System.arraycopy(questions.get(each).candidates(), 0, asked, each * candidates, candidates);
        }
        try (var manager = root.newSubManager()) {
            var all =
                    network.forward(manager.create(had, new Shape(questions.size(), length)), DjlNetwork.Mode.READING);
            var last = all.get(new NDIndex(":,-1,:")).expandDims(-1);
            var vectors = network.vectors(manager.create(asked, new Shape(questions.size(), candidates)));
            vectors.attach(manager);
            return parts(vectors.matMul(last).toFloatArray(), candidates);
        }
    }

    private static List<float[]> parts(float[] all, int width) {
        var parts = new ArrayList<float[]>();
        for (int from = 0; from < all.length; from += width) {
            parts.add(Arrays.copyOfRange(all, from, from + width));
        }
        return parts;
    }

    @Override
    public void close() {
        root.close();
    }
}
