package org.kanmai.ranking;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads what {@link LayoutWriter} wrote; throws {@link IllegalArgumentException} where the bytes end too early. */
public final class LayoutReader {
    private final byte[] bytes;
    private int at;

    /** Reads these bytes from their beginning. */
    public LayoutReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads the number of the layout, which must be one that this release knows: 1 to {@code newest}. */
    public int layout(int newest) {
        int layout = next();
        if (layout < 1 || layout > newest) {
            throw new IllegalArgumentException("layout " + layout + " is not known, the newest is " + newest);
        }
        return layout;
    }

    /** Reads a whole number. */
    public long number() {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int part = next();
            value |= (long) (part & 0x7F) << shift;
            if (part < 0x80) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }

    /** Reads how many entries follow, at most {@code limit}. */
    public int size(int limit) {
        long size = number();
        if (size < 0 || size > limit) {
            throw new IllegalArgumentException(size + " entries, the limit is " + limit);
        }
        return (int) size;
    }

    /** Reads a moment in whole seconds since 1970. */
    public Instant second() {
        long second = number();
        if (second < Instant.MIN.getEpochSecond() || second > Instant.MAX.getEpochSecond()) {
            throw new IllegalArgumentException(second + " seconds are no moment");
        }
        return Instant.ofEpochSecond(second);
    }

    /** Reads a weight of 32 bits, which is a finite number. */
    public double weight() {
        int bits = 0;
        for (int i = 0; i < 4; i++) {
            bits = (bits << 8) | next();
        }
        float weight = Float.intBitsToFloat(bits);
        if (!Float.isFinite(weight)) {
            throw new IllegalArgumentException("a weight of " + weight);
        }
        return weight;
    }

    /** Reads a text. */
    public String text() {
        int length = size(bytes.length);
        if (length > bytes.length - at) {
            throw new IllegalArgumentException(
                    "a text of " + length + " bytes where " + (bytes.length - at) + " are left");
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    private int next() {
        if (at == bytes.length) {
            throw new IllegalArgumentException("the layout ends after " + at + " bytes");
        }
        return bytes[at++] & 0xFF;
    }
}
