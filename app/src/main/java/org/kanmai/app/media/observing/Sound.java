package org.kanmai.app.media.observing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures how much of a film's sound is silence. */
public final class Sound {
    /** Shared with who makes the samples. */
    public static final int SOUND_RATE = 8000;
    /** Its file in the working folder. */
    public static final String FILE = "sound.pcm";

    private static final int WINDOW = SOUND_RATE / 10;
    /** −50 dB of full scale. */
    private static final double SILENCE = 32768 * 0.00316;

    private Sound() {}

    /** Returns the share of tenths of a second below −50 dB, 0-1. */
    public static double silent(Path folder) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(folder.resolve(FILE)))) {
            return silent(in);
        }
    }

    static double silent(InputStream samples) throws IOException {
        int windows = 0;
        int silent = 0;
        byte[] window = samples.readNBytes(WINDOW * 2);
        while (window.length == WINDOW * 2) {
            windows++;
            silent += loudness(window) < SILENCE ? 1 : 0;
            window = samples.readNBytes(WINDOW * 2);
        }
        return windows == 0 ? 1 : (double) silent / windows;
    }

    private static double loudness(byte[] window) {
        double squares = 0;
        for (int at = 0; at < window.length; at += 2) {
            int value = (short) ((window[at] & 0xff) | (window[at + 1] << 8));
            squares += (double) value * value;
        }
        return Math.sqrt(squares / WINDOW);
    }
}
