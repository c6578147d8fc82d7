package org.kanmai.ranking;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a numbered binary layout: its number in one byte, then numbers in as few bytes as they need. */
public final class LayoutWriter {
    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[256];
    private int size;

    /** Begins with the number of a layout, 1-127. */
    public LayoutWriter(int layout) {
        bytes[size++] = (byte) layout;
    }

    /** Writes a whole number, small ones of either sign in one byte. */
    public LayoutWriter number(long value) {
        room(LONGEST_NUMBER);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** Writes a weight in 32 bits. */
    public LayoutWriter weight(double value) {
        room(Float.BYTES);
        int bits = Float.floatToIntBits((float) value);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (bits >>> shift);
        }
        return this;
    }

    /** Writes a text with its length before it. */
    public LayoutWriter text(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        number(text.length);
        room(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
        return this;
    }

    /** Returns all that was written. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
