package org.kanmai.ranking.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Reads what {@link StateOutput} wrote; each size must be one that is expected and that the file still holds. */
final class StateInput {
    private static final int CHECKSUM = 32;

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    private long left;

    /** Takes a file whose checksum is right. */
    StateInput(FileChannel file) throws IOException {
        this.file = file;
        long size = file.size() - CHECKSUM;
        if (size < 0) {
            throw new SnapshotRefused("the file is too short");
        }
        var digest = sha256();
        left = size;
        for (buffer.flip(); left > 0 || buffer.hasRemaining(); ) {
            fill();
            digest.update(buffer);
        }
        left = CHECKSUM;
        fill();
        byte[] checksum = new byte[CHECKSUM];
        buffer.get(checksum);
        if (!Arrays.equals(checksum, digest.digest())) {
            throw new SnapshotRefused("the checksum is not that of the content: the file is damaged or no snapshot");
        }
        file.position(0);
        left = size;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private void fill() throws IOException {
        buffer.compact();
        buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + left));
        while (buffer.hasRemaining()) {
            int count = file.read(buffer);
            if (count < 0) {
                throw new SnapshotRefused("the file ends too early");
            }
            left -= count;
        }
        buffer.flip();
    }

    private void need(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            fill();
        }
        if (buffer.remaining() < bytes) {
            throw new SnapshotRefused("the file ends too early");
        }
    }

    long number() throws IOException {
        need(Long.BYTES);
        return buffer.getLong();
    }

    long number(String what, long least, long most) throws IOException {
        long value = number();
        if (value < least || value > most) {
            throw new SnapshotRefused(what + " is " + value + ", not within " + least + " and " + most);
        }
        return value;
    }

    double fraction() throws IOException {
        return Double.longBitsToDouble(number());
    }

    String text(int most) throws IOException {
        return new String(bytes(most), StandardCharsets.UTF_8);
    }

    private int size(long least, long most, int each) throws IOException {
        long size = number("a size", least, most);
        if (size * each > left + buffer.remaining()) {
            throw new SnapshotRefused("the file ends too early");
        }
        return (int) size;
    }

    byte[] bytes(int most) throws IOException {
        byte[] values = new byte[size(0, most, 1)];
        for (int at = 0; at < values.length; at++) {
            need(1);
            values[at] = buffer.get();
        }
        return values;
    }

    float[] floats(int count) throws IOException {
        float[] values = new float[size(count, count, Float.BYTES)];
        for (int at = 0; at < values.length; at++) {
            need(Float.BYTES);
            values[at] = buffer.getFloat();
        }
        return values;
    }

    long[] longs(int count) throws IOException {
        long[] values = new long[size(count, count, Long.BYTES)];
        for (int at = 0; at < values.length; at++) {
            values[at] = number();
        }
        return values;
    }

    int[] ints(int most) throws IOException {
        int[] values = new int[size(0, most, Integer.BYTES)];
        for (int at = 0; at < values.length; at++) {
            need(Integer.BYTES);
            values[at] = buffer.getInt();
        }
        return values;
    }

    void end() {
        if (left + buffer.remaining() > 0) {
            throw new SnapshotRefused("the file goes on after its end");
        }
    }
}
