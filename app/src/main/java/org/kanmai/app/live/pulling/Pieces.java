package org.kanmai.app.live.pulling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.kanmai.app.live.fragments.Beginning;
import org.kanmai.app.live.fragments.Fragment;
import org.kanmai.app.live.relay.Watching.Piece;
import org.kanmai.facts.Binary;

/** A piece of a stream as it goes from one process to another: what kind it is, what is known of it, and its bytes. */
public final class Pieces {
    private static final byte BEGINS = 0;
    private static final byte GOES = 1;
    private static final byte KEYFRAME = 2;
    private static final int MOST_TYPE = 200;

    private Pieces() {}

    /** Returns a piece as one message. */
    public static byte[] write(Piece piece) {
        var content = piece.content().bytes();
        return switch (piece) {
            case Piece.Begins begins -> {
                var type = begins.beginning().type().getBytes(UTF_8);
                yield ByteBuffer.allocate(1 + Integer.BYTES + type.length + content.length)
                        .put(BEGINS)
                        .putInt(type.length)
                        .put(type)
                        .put(content)
                        .array();
            }
            case Piece.Goes goes -> {
                var fragment = goes.fragment();
                yield ByteBuffer.allocate(1 + 2 * Long.BYTES + content.length)
                        .put(fragment.keyframe() ? KEYFRAME : GOES)
                        .putLong(fragment.number())
                        .putLong(fragment.atMillis())
                        .put(content)
                        .array();
            }
        };
    }

    /** Returns the piece that a message holds; throws {@link IllegalArgumentException} when it holds none. */
    public static Piece read(byte[] message) {
        var bytes = ByteBuffer.wrap(message);
        try {
            byte kind = bytes.get();
            return switch (kind) {
                case BEGINS -> new Piece.Begins(new Beginning(type(bytes), rest(bytes)));
                case GOES, KEYFRAME ->
                    new Piece.Goes(new Fragment(bytes.getLong(), kind == KEYFRAME, bytes.getLong(), rest(bytes)));
                default -> throw new IllegalArgumentException("no kind of piece: " + kind);
            };
        } catch (BufferUnderflowException shortened) {
            throw new IllegalArgumentException("a piece has more than " + message.length + " bytes", shortened);
        }
    }

    private static String type(ByteBuffer bytes) {
        int length = bytes.getInt();
        if (length < 0 || length > MOST_TYPE) {
            throw new IllegalArgumentException("a type has 0-" + MOST_TYPE + " bytes, not " + length);
        }
        var type = new byte[length];
        bytes.get(type);
        return new String(type, UTF_8);
    }

    private static Binary rest(ByteBuffer bytes) {
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return Binary.of(rest);
    }
}
