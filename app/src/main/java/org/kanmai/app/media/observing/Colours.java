package org.kanmai.app.media.observing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures light and colour in a row of small pictures, three bytes a dot. */
final class Colours {
    private static final int RED = 0;
    private static final int GREEN = 1;
    private static final int BLUE = 2;

    private double brightness;
    private double contrast;
    private double colourfulness;
    private int pictures;

    private Colours() {}

    static Colours read(Path file, int pictureBytes) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in, pictureBytes);
        }
    }

    static Colours read(InputStream in, int pictureBytes) throws IOException {
        var colours = new Colours();
        byte[] picture = in.readNBytes(pictureBytes);
        while (picture.length == pictureBytes) {
            colours.add(picture);
            picture = in.readNBytes(pictureBytes);
        }
        return colours;
    }

    double brightness() {
        return pictures == 0 ? 0 : brightness / pictures;
    }

    double contrast() {
        return pictures == 0 ? 0 : contrast / pictures;
    }

    double colourfulness() {
        return pictures == 0 ? 0 : colourfulness / pictures;
    }

    private void add(byte[] picture) {
        var light = new Spread();
        var redGreen = new Spread();
        var yellowBlue = new Spread();
        for (int dot = 0; dot + BLUE < picture.length; dot += BLUE + 1) {
            int red = picture[dot + RED] & 0xff;
            int green = picture[dot + GREEN] & 0xff;
            int blue = picture[dot + BLUE] & 0xff;
            light.add(0.2126 * red + 0.7152 * green + 0.0722 * blue);
            redGreen.add(red - green);
            yellowBlue.add((red + green) / 2.0 - blue);
        }
        pictures++;
        brightness += light.mean() / 255;
        contrast += Math.min(1, 2 * light.deviation() / 255);
        colourfulness += Math.hypot(redGreen.deviation(), yellowBlue.deviation())
                + 0.3 * Math.hypot(redGreen.mean(), yellowBlue.mean());
    }

    /** The mean and the standard deviation of what was added. */
    private static final class Spread {
        private long count;
        private double sum;
        private double squares;

        void add(double value) {
            count++;
            sum += value;
            squares += value * value;
        }

        double mean() {
            return count == 0 ? 0 : sum / count;
        }

        double deviation() {
            return count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean() * mean()));
        }
    }
}
