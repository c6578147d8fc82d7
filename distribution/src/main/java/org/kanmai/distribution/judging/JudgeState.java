package org.kanmai.distribution.judging;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes what a judge knows and reads it back; all numbers big-endian. In layout 1 an opening stood as the log has it, in layout 2 it is packed. */
public final class JudgeState {
    private static final int LAYOUT = 2;
    private static final int LONGEST_OPENING = 1 << 20;

    private JudgeState() {}

    /** Writes a judge. */
    public static void write(PoolJudge judge, DataOutput out) throws IOException {
        out.writeByte(LAYOUT);
        out.writeLong(judge.lastOpening);
        out.writeLong(judge.lastDue);
        out.writeInt(judge.packed.length);
        out.write(judge.packed);
        trial(judge, out);
        out.writeInt(judge.pending.size());
        for (var unit : judge.pending.values()) {
            pending(unit, out);
        }
        out.writeInt(judge.persons.size());
        for (long person : judge.persons) {
            out.writeLong(person);
        }
    }

    private static void trial(PoolJudge judge, DataOutput out) throws IOException {
        var kinds = PoolJudge.kinds(judge.trial);
        out.writeInt(kinds.size());
        for (var kind : kinds) {
            out.writeByte(kind.outcomes());
            out.writeByte(kind.cell());
            out.writeInt(kind.count());
        }
    }

    private static void pending(Pending unit, DataOutput out) throws IOException {
        out.writeLong(unit.person());
        out.writeLong(unit.exposure());
        out.writeLong(unit.at());
        out.writeByte(unit.cell());
        out.writeByte(unit.outcomes());
    }

    /** Reads a judge; throws {@link IOException} for anything that was not written here. */
    public static PoolJudge read(DataInput in) throws IOException {
        int layout = in.readByte();
        if (layout < 1 || layout > LAYOUT) {
            throw new IOException("not the state of a judge");
        }
        var judge = new PoolJudge();
        judge.lastOpening = in.readLong();
        judge.lastDue = in.readLong();
        byte[] opening = opening(in);
        judge.packed = layout == 1 && opening.length > 0 ? PackedOpening.of(opening) : opening;
        judge.opening = judge.packed.length == 0 ? null : PackedOpening.read(judge.packed);
        for (int left = in.readInt(); left > 0; left--) {
            int outcomes = in.readUnsignedByte();
            judge.trial.add(outcomes, in.readUnsignedByte(), in.readInt());
        }
        for (int left = in.readInt(); left > 0; left--) {
            var unit = new Pending(
                    in.readLong(), in.readLong(), in.readLong(), in.readUnsignedByte(), in.readUnsignedByte());
            judge.pending.put(unit.person(), unit);
        }
        for (int left = in.readInt(); left > 0; left--) {
            judge.persons.add(in.readLong());
        }
        return judge;
    }

    private static byte[] opening(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_OPENING) {
            throw new IOException("an opening of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
