package org.kanmai.app.live.encoding;

import java.util.Arrays;

/** Reads the height of pictures from a sequence parameter set of H.264 (ITU-T H.264, 7.3.2.1.1). */
final class PictureSize {
    private static final int[] WITH_CHROMA = {100, 110, 122, 244, 44, 83, 86, 118, 128};
    private static final int MACROBLOCK = 16;
    private static final int MOST_CYCLE = 255;

    private final byte[] bytes;
    private int bit;

    private PictureSize(byte[] bytes, int from) {
        this.bytes = bytes;
        this.bit = from * Byte.SIZE;
    }

    /** Returns the number of lines; 0 when it can't be read. {@code from} is where the set begins, at its one byte of a header. */
    static int height(byte[] bytes, int from) {
        try {
            return new PictureSize(bytes, from + 1).height();
        } catch (IndexOutOfBoundsException cut) {
            return 0;
        }
    }

    private int height() {
        int profile = bits(8);
        bits(16);
        number();
        if (contains(profile)) {
            chroma();
        }
        number();
        order();
        number();
        bits(1);
        number();
        int units = number() + 1;
        int perUnit = 2 - bits(1);
        if (perUnit == 2) {
            bits(1);
        }
        bits(1);
        int lines = units * perUnit * MACROBLOCK;
        return bits(1) == 1 ? lines - cropped(perUnit) : lines;
    }

    private static boolean contains(int profile) {
        return Arrays.stream(WITH_CHROMA).anyMatch(one -> one == profile);
    }

    private void chroma() {
        int format = number();
        if (format == 3) {
            bits(1);
        }
        number();
        number();
        bits(1);
        if (bits(1) == 1) {
            for (int list = 0; list < (format == 3 ? 12 : 8); list++) {
                if (bits(1) == 1) {
                    scaling(list < 6 ? 16 : 64);
                }
            }
        }
    }

    private void scaling(int size) {
        int last = 8;
        int next = 8;
        for (int at = 0; at < size; at++) {
            if (next != 0) {
                next = (last + signed() + 256) % 256;
            }
            last = next == 0 ? last : next;
        }
    }

    private void order() {
        int type = number();
        if (type == 0) {
            number();
        } else if (type == 1) {
            bits(1);
            signed();
            signed();
            int cycle = Math.min(number(), MOST_CYCLE);
            for (int at = 0; at < cycle; at++) {
                signed();
            }
        }
    }

    /** Cropping counts in pairs of lines where colours are sampled at half, as everywhere outside studios. */
    private int cropped(int perUnit) {
        number();
        number();
        int top = number();
        int bottom = number();
        return (top + bottom) * 2 * perUnit;
    }

    private int bits(int count) {
        int value = 0;
        for (int at = 0; at < count; at++, bit++) {
            int next = (bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE)) & 1;
            value = (value << 1) | next;
        }
        return value;
    }

    /** An Exp-Golomb number. */
    private int number() {
        int zeros = 0;
        while (bits(1) == 0) {
            if (++zeros == Integer.SIZE) {
                throw new IndexOutOfBoundsException("no number");
            }
        }
        return (1 << zeros) - 1 + bits(zeros);
    }

    private int signed() {
        int number = number();
        return number % 2 == 0 ? -number / 2 : (number + 1) / 2;
    }
}
