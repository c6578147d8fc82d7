package org.kanmai.ranking;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a numbered binary layout: its number in one byte, then numbers in as few bytes as they need. */
final class LayoutWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    LayoutWriter(int layout) {
        out.write(layout);
    }

    /** Writes a whole number, small ones of either sign in one byte. */
    LayoutWriter number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return this;
    }

    /** Writes a weight in 32 bits. */
    LayoutWriter weight(double value) {
        int bits = Float.floatToIntBits((float) value);
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(bits >>> shift);
        }
        return this;
    }

    LayoutWriter text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
