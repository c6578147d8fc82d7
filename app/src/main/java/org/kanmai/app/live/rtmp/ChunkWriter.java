package org.kanmai.app.live.rtmp;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Writes messages of the site, each in one chunk: it says first that its chunks are that large. */
final class ChunkWriter {
    private static final int CHUNK = 4096;
    private static final int CONTROL = 2;
    private static final int COMMANDS = 3;

    private final DataOutputStream out;

    ChunkWriter(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    void chunkSize() throws IOException {
        control(Message.CHUNK_SIZE, ByteBuffer.allocate(Integer.BYTES).putInt(CHUNK));
    }

    void window(int bytes) throws IOException {
        control(Message.WINDOW, ByteBuffer.allocate(Integer.BYTES).putInt(bytes));
    }

    /** Says how much may be under way; 2 leaves it to the other side to keep the smaller of both. */
    void bandwidth(int bytes) throws IOException {
        control(
                Message.BANDWIDTH,
                ByteBuffer.allocate(Integer.BYTES + 1).putInt(bytes).put((byte) 2));
    }

    void acknowledge(long bytes) throws IOException {
        control(Message.ACKNOWLEDGEMENT, ByteBuffer.allocate(Integer.BYTES).putInt((int) bytes));
    }

    void command(int stream, Object... values) throws IOException {
        write(COMMANDS, Message.COMMAND, stream, Amf.write(values).bytes());
    }

    private void control(int type, ByteBuffer content) throws IOException {
        var bytes = new byte[content.flip().remaining()];
        content.get(bytes);
        write(CONTROL, type, 0, bytes);
    }

    private void write(int chunks, int type, int stream, byte[] content) throws IOException {
        if (content.length > CHUNK) {
            throw new IllegalArgumentException("longer than a chunk: " + content.length);
        }
        out.writeByte(chunks);
        out.write(new byte[] {0, 0, 0});
        out.writeByte(0);
        out.writeShort(content.length);
        out.writeByte(type);
        out.writeInt(Integer.reverseBytes(stream));
        out.write(content);
        out.flush();
    }
}
