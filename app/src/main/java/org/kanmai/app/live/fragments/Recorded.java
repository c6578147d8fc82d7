package org.kanmai.app.live.fragments;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the fragments of a recording lie in its file; what a crash has left half-written at the end is left out.
 *
 * @param startBytes how long its beginning is
 * @param millis how long it plays
 */
public record Recorded(long startBytes, List<Piece> pieces, long millis) {
    private static final int HEADER = 8;
    private static final int LARGEST = 16 << 20;
    private static final int MOOV = BoxReader.type("moov");
    private static final int MOOF = BoxReader.type("moof");
    private static final int MDAT = BoxReader.type("mdat");
    private static final int LAST_MILLIS = 400;
    private static final int MOST_PIECES = 200_000;

    public Recorded {
        pieces = List.copyOf(pieces);
    }

    /**
     * Some fragments that begin with a keyframe.
     *
     * @param offset in the file
     * @param atMillis from the beginning of the recording
     */
    public record Piece(long offset, long bytes, long atMillis, long millis) {}

    /**
     * Reads a file's boxes, not its pictures.
     *
     * @param shortest so many milliseconds at least are a piece
     * @throws IOException when it is no recording
     */
    public static Recorded read(Path file, long shortest) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return new Reading(channel).all(shortest);
        }
    }

    private record Found(long offset, long end, boolean keyframe, long atMillis) {}

    /** Goes from box to box. */
    private static final class Reading {
        private final FileChannel channel;
        private final Tracks video = new Tracks();
        private final List<Found> found = new ArrayList<>();
        private long startBytes;

        Reading(FileChannel channel) {
            this.channel = channel;
        }

        Recorded all(long shortest) throws IOException {
            long moof = -1;
            var inside = ByteBuffer.allocate(0);
            for (long at = 0; at + HEADER <= channel.size() && found.size() < MOST_PIECES; ) {
                var header = bytes(at, HEADER);
                long size = Integer.toUnsignedLong(header.getInt(0));
                int type = header.getInt(Integer.BYTES);
                if (size < HEADER || size > LARGEST || at + size > channel.size()) {
                    break;
                }
                if (type == MOOV) {
                    video.learn(bytes(at + HEADER, (int) size - HEADER));
                    startBytes = at + size;
                } else if (type == MOOF) {
                    moof = at;
                    inside = bytes(at + HEADER, (int) size - HEADER);
                } else if (type == MDAT && moof >= 0) {
                    found.add(new Found(moof, at + size, video.keyframe(inside), video.millis(inside)));
                    moof = -1;
                }
                at += size;
            }
            return grouped(shortest);
        }

        private ByteBuffer bytes(long at, int length) throws IOException {
            var buffer = ByteBuffer.allocate(length);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, at + buffer.position()) < 0) {
                    throw new EOFException("a recording that ends at " + at);
                }
            }
            return buffer.rewind();
        }

        private Recorded grouped(long shortest) {
            if (startBytes == 0 || found.isEmpty()) {
                return new Recorded(startBytes, List.of(), 0);
            }
            long zero = found.getFirst().atMillis;
            long end = Math.max(found.getLast().atMillis, zero) + LAST_MILLIS;
            var pieces = new ArrayList<Piece>();
            var begins = found.getFirst();
            long until = begins.offset;
            for (var one : found) {
                if (one.keyframe && one.atMillis - begins.atMillis >= shortest) {
                    pieces.add(piece(begins, until, one.atMillis, zero));
                    begins = one;
                }
                until = one.end;
            }
            pieces.add(piece(begins, until, end, zero));
            return new Recorded(startBytes, pieces, end - zero);
        }

        private static Piece piece(Found begins, long until, long endMillis, long zero) {
            return new Piece(begins.offset, until - begins.offset, begins.atMillis - zero, endMillis - begins.atMillis);
        }
    }
}
