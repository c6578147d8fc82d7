package org.kanmai.app.media.observing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A film's look, one 64-bit difference hash a second: each bit says whether a grey picture of 9 × 8 grows brighter to the
 * right. It outlives recompression, scaling, brightening and a small crop; mirroring and turning change it.
 */
public final class Fingerprint {
    /** Its file in the working folder. */
    public static final String FILE = "hashes.gray";

    private static final int FRAME = 72;
    /** Two pictures this near show the same; unrelated ones differ in about 32 bits. */
    private static final int SAME = 10;
    /** A flat picture has almost no edges and would match every other flat picture. */
    private static final int EDGES = 6;

    private final long[] hashes;

    private Fingerprint(long[] hashes) {
        this.hashes = hashes;
    }

    public static Fingerprint read(Path folder) throws IOException {
        return ofFrames(Files.readAllBytes(folder.resolve(FILE)));
    }

    static Fingerprint ofFrames(byte[] frames) {
        var hashes = new long[frames.length / FRAME];
        for (int frame = 0; frame < hashes.length; frame++) {
            hashes[frame] = hash(frames, frame * FRAME);
        }
        return new Fingerprint(hashes);
    }

    /** Reads what {@link #bytes} wrote. */
    public static Fingerprint ofBytes(byte[] bytes) {
        var hashes = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(hashes);
        return new Fingerprint(hashes);
    }

    /** Returns eight bytes a second. */
    public byte[] bytes() {
        var bytes = ByteBuffer.allocate(hashes.length * Long.BYTES);
        bytes.asLongBuffer().put(hashes);
        return bytes.array();
    }

    /** Returns one hash for the whole film: each bit as most of its seconds have it, never negative. */
    public long summary() {
        long summary = 0;
        for (int bit = 0; bit < 63; bit++) {
            long mask = 1L << bit;
            long set = Arrays.stream(hashes).filter(hash -> (hash & mask) != 0).count();
            summary |= set * 2 > hashes.length ? mask : 0;
        }
        return summary;
    }

    /** Returns how many seconds show enough to be compared. */
    public int telling() {
        return (int) Arrays.stream(hashes).filter(Fingerprint::tells).count();
    }

    /** Returns the share of this film's telling seconds that the other one shows too, 0-1. */
    public double shareFoundIn(Fingerprint other) {
        int telling = 0;
        int found = 0;
        for (long hash : hashes) {
            if (tells(hash)) {
                telling++;
                found += other.shows(hash) ? 1 : 0;
            }
        }
        return telling == 0 ? 0 : (double) found / telling;
    }

    private boolean shows(long hash) {
        for (long own : hashes) {
            if (Long.bitCount(own ^ hash) <= SAME) {
                return true;
            }
        }
        return false;
    }

    private static boolean tells(long hash) {
        int edges = Long.bitCount(hash);
        return edges >= EDGES && edges <= Long.SIZE - EDGES;
    }

    private static long hash(byte[] frames, int from) {
        long hash = 0;
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                int at = from + row * 9 + column;
                hash = hash << 1 | ((frames[at] & 0xff) < (frames[at + 1] & 0xff) ? 1 : 0);
            }
        }
        return hash;
    }
}
