package org.kanmai.app.media.observing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** Reads how loud a film is from what ffmpeg's meter wrote beside it, one value for each tenth of a second. */
public final class Loudness {
    /** Its file in the working folder. */
    public static final String FILE = "loudness.txt";
    /** The meter's name for the loudness of all that it heard so far. */
    public static final String KEY = "lavfi.r128.I";
    /** What the meter says when it heard nothing. */
    private static final double NOTHING = -70;

    private Loudness() {}

    /** Returns the loudness of the whole film in LUFS; empty when there was nothing to hear. */
    static OptionalDouble read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return OptionalDouble.empty();
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(KEY + "="))
                    .reduce((before, last) -> last)
                    .map(line -> Double.parseDouble(line.substring(KEY.length() + 1)))
                    .filter(loudness -> Double.isFinite(loudness) && loudness > NOTHING)
                    .map(OptionalDouble::of)
                    .orElse(OptionalDouble.empty());
        }
    }
}
