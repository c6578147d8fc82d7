package org.kanmai.ranking.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Writes numbers into a file, and at its end the SHA-256 of all before. */
final class StateOutput {
    private final FileChannel file;
    private final MessageDigest digest = StateInput.sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    StateOutput(FileChannel file) {
        this.file = file;
    }

    void number(long value) throws IOException {
        room(Long.BYTES);
        buffer.putLong(value);
    }

    void fraction(double value) throws IOException {
        number(Double.doubleToRawLongBits(value));
    }

    void text(String value) throws IOException {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] values) throws IOException {
        number(values.length);
        for (byte value : values) {
            room(1);
            buffer.put(value);
        }
    }

    void floats(float[] values, int count) throws IOException {
        number(count);
        for (int at = 0; at < count; at++) {
            room(Float.BYTES);
            buffer.putFloat(values[at]);
        }
    }

    void longs(long[] values, int count) throws IOException {
        number(count);
        for (int at = 0; at < count; at++) {
            number(values[at]);
        }
    }

    void ints(int[] values, int count) throws IOException {
        number(count);
        for (int at = 0; at < count; at++) {
            room(Integer.BYTES);
            buffer.putInt(values[at]);
        }
    }

    /** Writes the checksum and brings all to the disk. */
    void end() throws IOException {
        flush();
        var checksum = ByteBuffer.wrap(digest.digest());
        while (checksum.hasRemaining()) {
            file.write(checksum);
        }
        file.force(true);
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        digest.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        buffer.clear();
    }
}
