package org.kanmai.app.media.packaging;

import java.util.List;

/** Frames in a number of seconds, as a fraction: 30000 in 1001 is the 29.97 of television. */
record FrameRate(int frames, int seconds) {
    static final FrameRate USUAL = new FrameRate(25, 1);
    private static final int MOST = 30;
    private static final double NEAR = 0.015;
    private static final List<FrameRate> KNOWN = List.of(
            new FrameRate(24000, 1001),
            new FrameRate(24, 1),
            new FrameRate(25, 1),
            new FrameRate(30000, 1001),
            new FrameRate(30, 1));

    FrameRate {
        if (frames <= 0 || seconds <= 0) {
            throw new IllegalArgumentException("no rate: " + frames + "/" + seconds);
        }
    }

    /** Reads what ffprobe writes; nonsense is the usual rate. */
    static FrameRate parse(String text) {
        var parts = text.split("/", 2);
        try {
            return new FrameRate(Integer.parseInt(parts[0]), parts.length == 2 ? Integer.parseInt(parts[1]) : 1);
        } catch (IllegalArgumentException unknown) {
            return USUAL;
        }
    }

    double perSecond() {
        return (double) frames / seconds;
    }

    /** Returns the rate that is shown: at most 30, evenly thinned where that stays smooth, and a known rate where one is near. */
    FrameRate shown() {
        double rate = perSecond();
        if (rate <= MOST * (1 + NEAR)) {
            return known(rate);
        }
        double thinned = rate / Math.ceil(rate / (MOST * (1 + NEAR)));
        return thinned < 23.5 ? new FrameRate(MOST, 1) : known(thinned);
    }

    private static FrameRate known(double rate) {
        FrameRate best = new FrameRate(Math.clamp((int) Math.ceil(rate), 1, MOST), 1);
        double distance = NEAR;
        for (var candidate : KNOWN) {
            double off = Math.abs(candidate.perSecond() / rate - 1);
            if (off < distance) {
                distance = off;
                best = candidate;
            }
        }
        return best;
    }

    @Override
    public String toString() {
        return frames + "/" + seconds;
    }
}
