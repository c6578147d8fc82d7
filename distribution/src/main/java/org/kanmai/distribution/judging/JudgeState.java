package org.kanmai.distribution.judging;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.PoolOpened;

/** Writes what a judge knows and reads it back; layout 1, all numbers big-endian. */
public final class JudgeState {
    private static final int LAYOUT = 1;
    private static final int LONGEST_OPENING = 1 << 20;

    private JudgeState() {}

    /** Writes a judge. */
    public static void write(PoolJudge judge, DataOutput out) throws IOException {
        out.writeByte(LAYOUT);
        out.writeLong(judge.lastOpening);
        out.writeLong(judge.lastDue);
        out.writeInt(judge.openingBytes.length);
        out.write(judge.openingBytes);
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
        if (in.readByte() != LAYOUT) {
            throw new IOException("not the state of a judge");
        }
        var judge = new PoolJudge();
        judge.lastOpening = in.readLong();
        judge.lastDue = in.readLong();
        judge.openingBytes = opening(in);
        judge.opening = opening(judge.openingBytes);
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

    private static @Nullable PoolOpened opening(byte[] bytes) throws IOException {
        return bytes.length == 0
                ? null
                : (PoolOpened) FactCodec.read(bytes).orElseThrow(() -> new IOException("an opening is no fact"));
    }
}
