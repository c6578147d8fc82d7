package org.kanmai.app.media.observing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Takes the figures of a film from what its one decoding left in the working folder. */
public final class Figures {
    private Figures() {}

    /** Returns what could be measured; takes small pictures in colour, and how many bytes one of them has. */
    public static Map<Figure, Double> of(Path folder, Samples samples, Path pictures, int pictureBytes, double silent)
            throws IOException {
        var colours = Colours.read(pictures, pictureBytes);
        var figures = new EnumMap<Figure, Double>(Figure.class);
        figures.put(Figure.BRIGHTNESS, rounded(colours.brightness()));
        figures.put(Figure.CONTRAST, rounded(colours.contrast()));
        figures.put(Figure.COLOURFULNESS, rounded(colours.colourfulness()));
        figures.put(Figure.MOTION, rounded(samples.motion()));
        figures.put(Figure.CUTS_A_MINUTE, rounded(samples.cutsAMinute()));
        figures.put(Figure.SILENCE, rounded(silent));
        Loudness.read(folder).ifPresent(loudness -> figures.put(Figure.LOUDNESS, rounded(loudness)));
        return Map.copyOf(figures);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
