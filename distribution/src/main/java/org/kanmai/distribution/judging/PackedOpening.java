package org.kanmai.distribution.judging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.PoolOpened;

/**
 * The opening of a pool in a tenth of the bytes that the log has of it: deflated (RFC 1951) with a dictionary, since openings differ in
 * little. A hundred thousand open pools are kept in memory, and written with each checkpoint.
 */
final class PackedOpening {
    private static final int LONGEST = 1 << 20;
    private static final byte[] DICTIONARY = dictionary();

    private PackedOpening() {}

    /** It must stay as it is for ever: what was packed is read with it. */
    private static byte[] dictionary() {
        try (var text = PackedOpening.class.getResourceAsStream("opening.dictionary")) {
            if (text == null) {
                throw new IllegalStateException("opening.dictionary is not in the build");
            }
            return text.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] of(PoolOpened opened) {
        return of(FactCodec.write(opened));
    }

    /** Packs an opening as the log has it. */
    static byte[] of(byte[] opening) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setDictionary(DICTIONARY);
            return deflated(opening, deflater);
        } finally {
            deflater.end();
        }
    }

    private static byte[] deflated(byte[] opening, Deflater deflater) {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(opening);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /** Reads what was packed; throws {@link IOException} for anything else. */
    static PoolOpened read(byte[] packed) throws IOException {
        var inflater = new Inflater(true);
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
            inflater.setDictionary(DICTIONARY);
            byte[] opening = in.readNBytes(LONGEST);
            return (PoolOpened) FactCodec.read(opening).orElseThrow(() -> new IOException("an opening is no fact"));
        } finally {
            inflater.end();
        }
    }
}
