package org.kanmai.app.live.moderation;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * What a picture looks like: its brightness on a grid of cells, 0-255 each.
 *
 * <p>Cells are means, so noise of a camera's sensor does not hide that nothing is shown.
 */
final class Look {
    private static final int CELLS = 16;
    private static final double BLACK = 20;
    private static final double FLAT = 2.5;
    private static final double STILL = 0.35;

    private final double[] cells;

    private Look(double[] cells) {
        this.cells = cells;
    }

    static Look of(BufferedImage picture) {
        var sums = new double[CELLS * CELLS];
        var counts = new int[CELLS * CELLS];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int cell = y * CELLS / picture.getHeight() * CELLS + x * CELLS / picture.getWidth();
                sums[cell] += brightness(picture.getRGB(x, y));
                counts[cell]++;
            }
        }
        for (int cell = 0; cell < sums.length; cell++) {
            sums[cell] /= Math.max(1, counts[cell]);
        }
        return new Look(sums);
    }

    /** By the weights of ITU-R BT.601. */
    private static double brightness(int dot) {
        return 0.299 * (dot >> 16 & 0xff) + 0.587 * (dot >> 8 & 0xff) + 0.114 * (dot & 0xff);
    }

    double mean() {
        return Arrays.stream(cells).average().orElse(0);
    }

    boolean isBlack() {
        return mean() < BLACK;
    }

    /** Whether all of it is of one brightness. */
    boolean isFlat() {
        double mean = mean();
        double variance = Arrays.stream(cells)
                .map(cell -> (cell - mean) * (cell - mean))
                .average()
                .orElse(0);
        return Math.sqrt(variance) < FLAT;
    }

    /** Whether nothing moved since an earlier look. */
    boolean isStill(Look earlier) {
        double sum = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            sum += Math.abs(cells[cell] - earlier.cells[cell]);
        }
        return sum / cells.length < STILL;
    }
}
