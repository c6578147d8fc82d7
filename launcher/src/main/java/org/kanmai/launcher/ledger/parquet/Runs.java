package org.kanmai.launcher.ledger.parquet;

import java.util.Arrays;

/** Parquet's hybrid of repeated and bit-packed numbers, for levels and for places in a dictionary. */
final class Runs {
    private static final int WIDEST = 32;

    private Runs() {}

    /** Returns the next numbers, each of so many bits. */
    static int[] read(Cursor in, int width, int count) {
        if (width > WIDEST) {
            throw new Unusual("numbers of " + width + " bits");
        }
        var numbers = new int[count];
        int filled = 0;
        while (filled < count) {
            long head = in.varint();
            filled = (head & 1) == 0
                    ? repeat(in, width, numbers, filled, head >>> 1)
                    : unpack(in, width, numbers, filled, head >>> 1);
        }
        return numbers;
    }

    private static int repeat(Cursor in, int width, int[] numbers, int from, long times) {
        if (times == 0) {
            throw new Unusual("an empty run");
        }
        int value = 0;
        for (int shift = 0; shift < width; shift += Byte.SIZE) {
            value |= in.unsignedByte() << shift;
        }
        int to = (int) Math.min(numbers.length, from + times);
        Arrays.fill(numbers, from, to, value);
        return to;
    }

    /** Eight numbers take as many bytes as one has bits. */
    private static int unpack(Cursor in, int width, int[] numbers, int from, long eights) {
        if (eights == 0 || eights > Integer.MAX_VALUE / Byte.SIZE) {
            throw new Unusual(eights + " groups");
        }
        var packed = in.part(eights * width);
        int to = (int) Math.min(numbers.length, from + eights * Byte.SIZE);
        long mask = (1L << width) - 1;
        long bits = 0;
        int held = 0;
        for (int at = from; at < to; at++) {
            while (held < width) {
                bits |= (long) packed.unsignedByte() << held;
                held += Byte.SIZE;
            }
            numbers[at] = (int) (bits & mask);
            bits >>>= width;
            held -= width;
        }
        return to;
    }
}
