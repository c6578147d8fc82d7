package org.kanmai.app.media.packaging;

import java.util.ArrayList;
import java.util.List;

/** Which sizes a film gets: 720, 540 and 360 pixels on the short side, the first no larger than the film itself. */
final class Ladder {
    private static final int TOP = 720;
    private static final int[] LOWER = {540, 360};
    /** A lower size is worth making only when it is clearly smaller than the one above. */
    private static final double STEP = 0.85;

    /** A panorama may be this much longer than wide before it is made smaller. */
    private static final double LONGEST = 2.4;

    private static final double BITS_PER_PIXEL = 0.065;
    private static final int LEAST_BITS = 100_000;

    private Ladder() {}

    static List<Rendition> of(Film film) {
        int shortSide = film.shortSide();
        int longSide = Math.max(film.width(), film.height());
        var renditions = new ArrayList<Rendition>();
        int above = Math.min(TOP, shortSide);
        renditions.add(rendition(film, above, shortSide, longSide));
        for (int rung : LOWER) {
            if (rung < above * STEP) {
                renditions.add(rendition(film, rung, shortSide, longSide));
                above = rung;
            }
        }
        return List.copyOf(renditions);
    }

    private static Rendition rendition(Film film, int rung, int shortSide, int longSide) {
        double scale = Math.min((double) rung / shortSide, rung * LONGEST / longSide);
        int width = even(film.width() * Math.min(1, scale));
        int height = even(film.height() * Math.min(1, scale));
        return new Rendition(rung / 2 * 2 + "p", width, height, bits(film, width, height));
    }

    private static int bits(Film film, int width, int height) {
        double wanted = BITS_PER_PIXEL
                * width
                * height
                * Math.max(15, film.rate().shown().perSecond());
        double share = (double) width * height / ((double) film.width() * film.height());
        // A film that came with few bits gains nothing from many; other codecs need about half of ours.
        double had = film.bitsPerSecond() > 0 ? film.bitsPerSecond() * 2.0 * Math.sqrt(share) : wanted;
        return (int) Math.max(LEAST_BITS, Math.min(wanted, had));
    }

    private static int even(double pixels) {
        return Math.max(16, (int) Math.round(pixels / 2) * 2);
    }
}
