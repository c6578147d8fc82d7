package org.kanmai.ranking.network;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a trainer knows at one moment, what it needs to go on included, and a section of bytes that is its caller's. It
 * does not change when the trainer learns on.
 */
public final class Snapshot {
    private static final long MAGIC = 0x4B414E4D41494E4EL;
    private static final long LAYOUT = 1;
    private static final int MOST_FIELDS = 1_024;
    private static final int MOST_HISTORY = 4_096;
    private static final int LONGEST_NAME = 256;
    private static final int LARGEST_SECTION = 1 << 28;

    final Shape shape;
    final NetworkSettings settings;
    final long steps;
    final long learned;
    final long refused;
    final float[] dense;
    final float[] means;
    final float[] squares;
    final Embeddings embeddings;
    private final byte[] section;

    Snapshot(
            Shape shape,
            NetworkSettings settings,
            long[] counters,
            float[] dense,
            float[] means,
            float[] squares,
            Embeddings embeddings,
            byte[] section) {
        this.shape = shape;
        this.settings = settings;
        this.steps = counters[0];
        this.learned = counters[1];
        this.refused = counters[2];
        this.dense = dense;
        this.means = means;
        this.squares = squares;
        this.embeddings = embeddings;
        this.section = section;
    }

    /** Returns the same in arrays of its own, with another section. */
    Snapshot copy(byte[] other) {
        long[] counters = {steps, learned, refused};
        return new Snapshot(
                shape, settings, counters, dense.clone(), means.clone(), squares.clone(), embeddings.copy(), other);
    }

    /** Returns the network as it was. */
    public Network network() {
        return new Network(shape, settings, Kernels.fastest(), dense, embeddings.freeze());
    }

    /** Returns what the network is told and tells. */
    public Shape shape() {
        return shape;
    }

    /** Returns of how many examples the trainer had learned. */
    public long learned() {
        return learned;
    }

    /** Returns a copy of the caller's section. */
    public byte[] section() {
        return section.clone();
    }

    /** Writes it so that whatever happens there is either the whole file or what was there before. */
    public void write(Path path) throws IOException {
        var unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        try (var file = FileChannel.open(unfinished, CREATE, WRITE, TRUNCATE_EXISTING)) {
            write(new StateOutput(file));
        }
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var folder = FileChannel.open(path.toAbsolutePath().getParent(), READ)) {
            folder.force(true);
        }
    }

    private void write(StateOutput out) throws IOException {
        out.number(MAGIC);
        out.number(LAYOUT);
        for (var names : List.of(shape.viewer(), shape.item(), shape.cross(), shape.tasks())) {
            out.number(names.size());
            for (var name : names) {
                out.text(name);
            }
        }
        out.number(shape.history());
        writeSettings(out);
        for (long counter : new long[] {steps, learned, refused}) {
            out.number(counter);
        }
        out.floats(dense, dense.length);
        out.floats(means, means.length);
        out.floats(squares, squares.length);
        embeddings.write(out);
        out.bytes(section);
        out.end();
    }

    private void writeSettings(StateOutput out) throws IOException {
        out.number(settings.dimension());
        out.number(settings.hidden().size());
        for (int width : settings.hidden()) {
            out.number(width);
        }
        out.number(settings.attention());
        out.fraction(settings.learningRate());
        out.fraction(settings.embeddingRate());
        out.fraction(settings.l2());
        out.number(settings.seed());
        out.number(settings.entry());
        out.number(settings.capacity());
        out.number(settings.timeToLive());
        out.number(settings.cachedItems());
    }

    /** Reads a file; throws {@link SnapshotRefused} if it is damaged, cut short, or something else. */
    public static Snapshot read(Path path) throws IOException {
        try (var file = FileChannel.open(path, READ)) {
            return read(new StateInput(file));
        } catch (IllegalArgumentException wrong) {
            throw new SnapshotRefused("the file says what no network can be: " + wrong.getMessage());
        }
    }

    private static Snapshot read(StateInput in) throws IOException {
        in.number("the first number", MAGIC, MAGIC);
        in.number("the layout", LAYOUT, LAYOUT);
        var names = new ArrayList<List<String>>();
        for (int kind = 0; kind < 4; kind++) {
            names.add(names(in));
        }
        int history = (int) in.number("the history", 0, MOST_HISTORY);
        var shape = new Shape(names.get(0), names.get(1), names.get(2), history, names.get(3));
        var settings = settings(in);
        var dimensions = new Dimensions(shape, settings);
        long[] counters = new long[3];
        for (int at = 0; at < counters.length; at++) {
            counters[at] = in.number("a counter", 0, Long.MAX_VALUE);
        }
        float[] dense = in.floats(dimensions.size);
        float[] means = in.floats(dimensions.size);
        float[] squares = in.floats(dimensions.size);
        var embeddings = Embeddings.read(in, dimensions.fields, settings);
        byte[] section = in.bytes(LARGEST_SECTION);
        in.end();
        return new Snapshot(shape, settings, counters, dense, means, squares, embeddings, section);
    }

    private static List<String> names(StateInput in) throws IOException {
        var names = new ArrayList<String>();
        for (long left = in.number("a number of names", 0, MOST_FIELDS); left > 0; left--) {
            names.add(in.text(LONGEST_NAME));
        }
        return names;
    }

    private static NetworkSettings settings(StateInput in) throws IOException {
        int dimension = (int) in.number("the dimension", 1, Short.MAX_VALUE);
        var hidden = new ArrayList<Integer>();
        for (long left = in.number("a number of layers", 1, Byte.MAX_VALUE); left > 0; left--) {
            hidden.add((int) in.number("a width", 1, Short.MAX_VALUE));
        }
        return new NetworkSettings(
                dimension,
                hidden,
                (int) in.number("the attention", 1, Short.MAX_VALUE),
                in.fraction(),
                in.fraction(),
                in.fraction(),
                in.number(),
                (int) in.number("the entry", 1, Short.MAX_VALUE),
                (int) in.number("the capacity", 1, Integer.MAX_VALUE),
                in.number(),
                (int) in.number("the cached items", 1, Integer.MAX_VALUE));
    }
}
