package org.kanmai.app.live.fragments;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads the boxes of an MP4 stream one after the other. */
final class BoxReader {
    private static final int HEADER = 8;
    private static final int LARGEST = 16 << 20;

    private final DataInputStream in;

    BoxReader(DataInputStream in) {
        this.in = in;
    }

    /** A box with its header; {@code type} as four letters in one number. */
    record Box(int type, ByteBuffer whole) {
        /** Returns what is inside. */
        ByteBuffer inside() {
            return whole.duplicate().position(HEADER).slice();
        }
    }

    /** Returns the next box; nothing at the end of the stream. */
    Optional<Box> next() throws IOException {
        int size = in.read();
        if (size < 0) {
            return Optional.empty();
        }
        size = size << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        if (size < HEADER || size > LARGEST) {
            throw new IOException("a box of " + size + " bytes");
        }
        var bytes = new byte[size];
        ByteBuffer.wrap(bytes).putInt(size);
        in.readFully(bytes, Integer.BYTES, size - Integer.BYTES);
        var whole = ByteBuffer.wrap(bytes);
        return Optional.of(new Box(whole.getInt(Integer.BYTES), whole));
    }

    /** Returns the type that four letters name. */
    static int type(String letters) {
        return letters.charAt(0) << 24 | letters.charAt(1) << 16 | letters.charAt(2) << 8 | letters.charAt(3);
    }
}
