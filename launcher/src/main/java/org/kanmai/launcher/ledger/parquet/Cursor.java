package org.kanmai.launcher.ledger.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Goes forward through some bytes and never past their end. */
final class Cursor {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MOST_SHIFTS = 63;

    private final byte[] bytes;
    private final int end;
    private int at;

    Cursor(byte[] bytes, long from, long end) {
        if (from < 0 || from > end || end > bytes.length) {
            throw new Unusual("bytes " + from + "-" + end + " of " + bytes.length);
        }
        this.bytes = bytes;
        this.at = (int) from;
        this.end = (int) end;
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    int left() {
        return end - at;
    }

    /** Goes past some bytes and returns where they begin. */
    int take(long count) {
        if (count < 0 || count > end - at) {
            throw new Unusual("it ends too early");
        }
        int from = at;
        at += (int) count;
        return from;
    }

    /** Returns a cursor over the next bytes and goes past them. */
    Cursor part(long count) {
        int from = take(count);
        return new Cursor(bytes, from, at);
    }

    int unsignedByte() {
        return bytes[take(1)] & 0xff;
    }

    int int32() {
        return (int) INT.get(bytes, take(Integer.BYTES));
    }

    long int64() {
        return (long) LONG.get(bytes, take(Long.BYTES));
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift <= MOST_SHIFTS; shift += 7) {
            int next = unsignedByte();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new Unusual("a number does not end");
    }
}
