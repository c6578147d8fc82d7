package org.kanmai.app.media.packaging;

import java.time.Duration;

/** Films that exist on paper only. */
final class Films {
    private Films() {}

    static Film of(int width, int height, String rate, Duration length) {
        return new Film(0, 1, width, height, FrameRate.parse(rate), length, false, false, 0);
    }
}
