package org.kanmai.simulator.scenes.sound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes samples that {@link Composer} made into a WAV file. */
public final class Recording {

    private static final int HEADER = 44;

    private Recording() {}

    /** Writes 16-bit little-endian stereo samples. */
    public static void write(byte[] samples, Path file) {
        var buffer = ByteBuffer.allocate(HEADER + samples.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(ascii("RIFF")).putInt(HEADER - 8 + samples.length).put(ascii("WAVEfmt "));
        buffer.putInt(16)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(Tape.RATE)
                .putInt(Tape.RATE * 4);
        buffer.putShort((short) 4)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt(samples.length)
                .put(samples);
        try {
            Files.write(file, buffer.array());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
