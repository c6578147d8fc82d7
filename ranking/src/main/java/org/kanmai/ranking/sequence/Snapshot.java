package org.kanmai.ranking.sequence;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** A trainer's form on disk: shape, step, the weights, each item with its vector, and a checksum over all of it. */
final class Snapshot {
    private static final int MAGIC = 0x4b4d5351;
    private static final int VERSION = 1;

    private Snapshot() {}

    static void write(OutputStream to, SequenceTrainer trainer) throws IOException {
        var checked = new CheckedOutputStream(new BufferedOutputStream(to, 1 << 16), new CRC32C());
        var out = new DataOutputStream(checked);
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        writeShape(out, trainer.shape());
        out.writeLong(trainer.steps());
        for (var parameter : trainer.network().parameters()) {
            writeRun(out, parameter.values, 0, parameter.values.length);
            writeRun(out, parameter.means, 0, parameter.values.length);
            writeRun(out, parameter.squares, 0, parameter.values.length);
        }
        writeItems(out, trainer.items(), trainer.shape().dimensions());
        out.writeLong(checked.getChecksum().getValue());
        out.flush();
    }

    private static void writeShape(DataOutputStream out, SequenceShape shape) throws IOException {
        out.writeInt(shape.dimensions());
        out.writeInt(shape.blocks());
        out.writeInt(shape.length());
        out.writeInt(shape.items());
    }

    private static void writeItems(DataOutputStream out, ItemTable items, int width) throws IOException {
        out.writeInt(items.size());
        for (var each : items.rows().entrySet()) {
            out.writeLong(each.getKey());
            out.writeInt(each.getValue());
            writeRun(out, items.values(), each.getValue() * width, width);
            writeRun(out, items.means(), each.getValue() * width, width);
            writeRun(out, items.squares(), each.getValue() * width, width);
        }
    }

    private static void writeRun(DataOutputStream out, float[] values, int from, int count) throws IOException {
        for (int each = from; each < from + count; each++) {
            out.writeFloat(values[each]);
        }
    }

    static SequenceTrainer read(InputStream from, SequenceTraining training) throws IOException {
        var checked = new CheckedInputStream(new BufferedInputStream(from, 1 << 16), new CRC32C());
        var in = new DataInputStream(checked);
        if (in.readInt() != MAGIC || in.readInt() != VERSION) {
            throw new IOException("this is no snapshot of an encoder of sequences that this version reads");
        }
        var trainer = new SequenceTrainer(readShape(in), training);
        trainer.goOnAfter(atLeastNone("steps", in.readLong()));
        for (var parameter : trainer.network().parameters()) {
            readRun(in, parameter.values, 0, parameter.values.length);
            readRun(in, parameter.means, 0, parameter.values.length);
            readRun(in, parameter.squares, 0, parameter.values.length);
        }
        readItems(in, trainer.items(), trainer.shape());
        long sum = checked.getChecksum().getValue();
        if (in.readLong() != sum) {
            throw new IOException("the snapshot's checksum is wrong");
        }
        return trainer;
    }

    private static SequenceShape readShape(DataInputStream in) throws IOException {
        try {
            return new SequenceShape(in.readInt(), in.readInt(), in.readInt(), in.readInt());
        } catch (IllegalArgumentException impossible) {
            throw new IOException("the snapshot has an impossible shape: " + impossible.getMessage(), impossible);
        }
    }

    private static long atLeastNone(String what, long count) throws IOException {
        if (count < 0) {
            throw new IOException("the snapshot has " + count + " " + what);
        }
        return count;
    }

    /** Items come in the order in which they were learned last, each with its row: what is drawn later depends on both. */
    private static void readItems(DataInputStream in, ItemTable items, SequenceShape shape) throws IOException {
        long count = atLeastNone("items", in.readInt());
        if (count > shape.items()) {
            throw new IOException("the snapshot has %d items of at most %d".formatted(count, shape.items()));
        }
        for (int each = 0; each < count; each++) {
            long item = in.readLong();
            int row = in.readInt();
            if (row < 0 || row >= count || !items.place(item, row)) {
                throw new IOException("the snapshot has an item or a row twice, or a row that isn't there");
            }
            readRun(in, items.values(), row * shape.dimensions(), shape.dimensions());
            readRun(in, items.means(), row * shape.dimensions(), shape.dimensions());
            readRun(in, items.squares(), row * shape.dimensions(), shape.dimensions());
        }
        items.placed();
    }

    private static void readRun(DataInputStream in, float[] values, int from, int count) throws IOException {
        for (int each = from; each < from + count; each++) {
            values[each] = in.readFloat();
            if (!Float.isFinite(values[each])) {
                throw new IOException("the snapshot has a weight that isn't finite");
            }
        }
    }
}
