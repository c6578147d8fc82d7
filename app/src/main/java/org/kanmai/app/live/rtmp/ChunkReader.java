package org.kanmai.app.live.rtmp;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kanmai.facts.Binary;

/** Puts messages together from the chunks in which they come, several at a time. */
final class ChunkReader {
    private static final int USUAL_SIZE = 128;
    private static final int LARGEST_CHUNK = 1 << 20;
    private static final int LARGEST_MESSAGE = 4 << 20;
    private static final int MOST_STREAMS = 32;
    private static final int EXTENDED = 0xFFFFFF;

    private final DataInputStream in;
    private final Map<Integer, Chunks> streams = new HashMap<>();
    private int size = USUAL_SIZE;
    private long read;

    ChunkReader(DataInputStream in) {
        this.in = in;
    }

    /** What is known of one chunk stream: its last header, and the message that is being put together. */
    private static final class Chunks {
        private int at;
        private int delta;
        private int length;
        private int type;
        private int stream;
        private boolean extended;
        private byte[] content = {};
        private int filled;
    }

    /** Bytes read so far. */
    long read() {
        return read;
    }

    /** Waits for the next message; those that are about the chunks themselves are obeyed and passed on. */
    Message next() throws IOException {
        var whole = chunk();
        while (whole.isEmpty()) {
            whole = chunk();
        }
        var message = whole.get();
        if (message.type() == Message.CHUNK_SIZE) {
            resize(message);
        } else if (message.type() == Message.ABORT && message.content().bytes().length >= Integer.BYTES) {
            int dropped = ByteBuffer.wrap(message.content().bytes()).getInt();
            Optional.ofNullable(streams.get(dropped)).ifPresent(chunks -> chunks.filled = 0);
        }
        return message;
    }

    private void resize(Message message) throws BadPush {
        var bytes = message.content().bytes();
        int wanted = bytes.length == Integer.BYTES ? ByteBuffer.wrap(bytes).getInt() : 0;
        if (wanted < 1 || wanted > LARGEST_CHUNK) {
            throw new BadPush("chunks of " + wanted + " bytes");
        }
        size = wanted;
    }

    private Optional<Message> chunk() throws IOException {
        int first = in.readUnsignedByte();
        int id = id(first & 0x3F);
        var chunks = streams.get(id);
        if (chunks == null) {
            if (streams.size() == MOST_STREAMS) {
                throw new BadPush("too many chunk streams");
            }
            chunks = new Chunks();
            streams.put(id, chunks);
        }
        header(chunks, first >> 6);
        return fill(chunks);
    }

    private int id(int short6) throws IOException {
        return switch (short6) {
            case 0 -> 64 + in.readUnsignedByte();
            case 1 -> 64 + in.readUnsignedByte() + 256 * in.readUnsignedByte();
            default -> short6;
        };
    }

    /** A header says as little as it can: what it leaves out is as it was in its chunk stream. */
    private void header(Chunks chunks, int form) throws IOException {
        boolean begins = chunks.filled == 0;
        if (form < 3) {
            int time = medium();
            chunks.extended = time == EXTENDED;
            if (form < 2) {
                chunks.length = medium();
                chunks.type = in.readUnsignedByte();
            }
            if (form == 0) {
                chunks.stream = Integer.reverseBytes(in.readInt());
            }
            int full = chunks.extended ? in.readInt() : time;
            chunks.delta = form == 0 ? 0 : full;
            chunks.at = form == 0 ? full : chunks.at + full;
            chunks.filled = 0;
        } else {
            if (chunks.extended) {
                in.readInt();
            }
            chunks.at += begins ? chunks.delta : 0;
        }
        if (chunks.length > LARGEST_MESSAGE) {
            throw new BadPush("a message of " + chunks.length + " bytes");
        }
    }

    private int medium() throws IOException {
        return in.readUnsignedByte() << 16 | in.readUnsignedShort();
    }

    private Optional<Message> fill(Chunks chunks) throws IOException {
        if (chunks.filled == 0) {
            chunks.content = new byte[chunks.length];
        }
        int part = Math.min(size, chunks.length - chunks.filled);
        in.readFully(chunks.content, chunks.filled, part);
        chunks.filled += part;
        read += part;
        if (chunks.filled < chunks.length) {
            return Optional.empty();
        }
        chunks.filled = 0;
        return Optional.of(new Message(chunks.type, chunks.stream, chunks.at, Binary.of(chunks.content)));
    }
}
