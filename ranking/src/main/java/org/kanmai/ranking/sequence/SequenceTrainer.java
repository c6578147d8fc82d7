package org.kanmai.ranking.sequence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns to tell the next item of a sequence from those before it, batch by batch; for one thread.
 *
 * <p>The same seed and the same batches give the same weights, also across a snapshot.
 */
public final class SequenceTrainer {
    /** Most sequences of one batch. */
    public static final int MOST_SEQUENCES = 4_096;

    /** Gradients that are longer than this, as one vector of all, are shortened to it. */
    private static final double LONGEST_GRADIENT = 5;

    private final SequenceShape shape;
    private final SequenceTraining training;
    private final Network network;
    private final ItemTable items;
    private final Network.Trace trace;
    private final Loss loss;
    private float[] outward = {};
    private long steps;

    /** Takes the size of what is learned and how; nothing is known yet. */
    public SequenceTrainer(SequenceShape shape, SequenceTraining training) {
        this(shape, training, Kernels.fastest());
    }

    SequenceTrainer(SequenceShape shape, SequenceTraining training, Kernels kernels) {
        this.shape = shape;
        this.training = training;
        network = new Network(shape, kernels, new SplittableRandom(training.seed()));
        items = new ItemTable(shape.dimensions(), shape.items(), training.seed());
        trace = network.trace();
        loss = Loss.of(training.negatives(), shape.dimensions(), kernels);
    }

    /** Learns sequences of items, the oldest first; of a longer one only the newest items as the shape has it. */
    public BatchOutcome learn(List<long[]> sequences) {
        if (sequences.size() > MOST_SEQUENCES) {
            throw new IllegalArgumentException(
                    "%d sequences are more than %d".formatted(sequences.size(), MOST_SEQUENCES));
        }
        if (sequences.stream()
                        .mapToLong(each -> Math.min(each.length, shape.length() + 1))
                        .sum()
                > shape.items()) {
            throw new IllegalArgumentException(
                    "the batch may have more items than the %d of the shape".formatted(shape.items()));
        }
        var pack = Pack.toLearn(sequences.stream().map(this::rows).toList(), shape.length());
        if (pack.tokens() == 0) {
            return new BatchOutcome.Nothing();
        }
        return step(pack);
    }

    private int[] rows(long[] sequence) {
        int count = Math.min(sequence.length, shape.length() + 1);
        int first = sequence.length - count;
        var rows = new int[count];
        for (int each = 0; each < count; each++) {
            rows[each] = items.learn(sequence[first + each]);
        }
        return rows;
    }

    private BatchOutcome step(Pack pack) {
        double lost = gradients(pack, steps + 1);
        double length = Math.sqrt(squaredGradients());
        if (!Double.isFinite(lost) || !Double.isFinite(length)) {
            forgetGradients();
            return new BatchOutcome.Refused(lost);
        }
        steps++;
        var adam = new Adam(training.learningRate(), steps);
        float scale = (float) Math.min(1, LONGEST_GRADIENT / length);
        network.parameters().forEach(each -> adam.move(each, scale));
        items.move(adam, scale);
        forgetGradients();
        return new BatchOutcome.Learned(pack.tokens(), lost);
    }

    /** Computes the loss of a batch and all gradients, moving nothing; chance depends on the seed and the step alone. */
    double gradients(Pack pack, long step) {
        var random = Seeds.random(training.seed(), step);
        var dropout = new Dropout(training.dropout(), random.nextLong());
        if (outward.length < pack.tokens() * shape.dimensions()) {
            outward = new float[pack.tokens() * shape.dimensions()];
        }
        network.forward(pack, items, trace, dropout);
        double lost = loss.measure(pack, trace.out(), items, random, outward);
        network.backward(pack, items, trace, dropout, outward);
        return lost;
    }

    private double squaredGradients() {
        double sum = items.squaredGradients();
        for (var parameter : network.parameters()) {
            for (float gradient : parameter.gradients) {
                sum += (double) gradient * gradient;
            }
        }
        return sum;
    }

    void forgetGradients() {
        network.parameters().forEach(Parameter::forgetGradients);
        items.forgetGradients();
    }

    /** Returns what was learned so far as it is now; learning goes on without changing it. */
    public SequenceEncoder publish() {
        var copy = new Network(shape, network.kernels(), new SplittableRandom(0));
        var to = copy.parameters().iterator();
        network.parameters().forEach(each -> each.copyInto(to.next()));
        return new SequenceEncoder(shape, copy, items.copy());
    }

    /** Writes all that learning goes on from, with a checksum at its end. */
    public void write(OutputStream out) throws IOException {
        Snapshot.write(out, this);
    }

    /** Reads what {@link #write} wrote; it throws where it is cut, changed, not finite or larger than allowed. */
    public static SequenceTrainer read(InputStream in, SequenceTraining training) throws IOException {
        return Snapshot.read(in, training);
    }

    /** Returns how large what it learns is. */
    public SequenceShape shape() {
        return shape;
    }

    /** Returns how many batches were learned. */
    public long steps() {
        return steps;
    }

    /** Returns how many items are known. */
    public int knownItems() {
        return items.size();
    }

    void goOnAfter(long former) {
        steps = former;
    }

    Network network() {
        return network;
    }

    ItemTable items() {
        return items;
    }
}
