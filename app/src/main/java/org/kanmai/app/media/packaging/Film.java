package org.kanmai.app.media.packaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an uploaded file turned out to hold.
 *
 * @param picture index of the stream with the picture
 * @param sound index of the stream with the sound; absent for a silent film
 * @param width pixels as shown: upright and square
 * @param height pixels as shown: upright and square
 * @param bitsPerSecond of the picture; 0 when unknown
 */
public record Film(
        int picture,
        @Nullable Integer sound,
        int width,
        int height,
        FrameRate rate,
        Duration length,
        boolean interlaced,
        boolean highDynamicRange,
        long bitsPerSecond) {

    /** Returns the shorter side in pixels. */
    public int shortSide() {
        return Math.min(width, height);
    }

    /** Returns about how many seconds of one processor the packaging takes: decoding what comes in, and encoding what goes out. */
    public Duration cost() {
        double seconds = length.toMillis() / 1000.0;
        double in = (double) width * height * rate.perSecond();
        double out = 0;
        for (var rendition : Ladder.of(this)) {
            out += (double) rendition.width()
                    * rendition.height()
                    * rate.shown().perSecond();
        }
        return Duration.ofMillis((long) (1000 * (1 + seconds * (in * 0.9e-8 + out * 3.5e-8))));
    }
}
