package org.kanmai.app.media.packaging;

import java.time.Duration;

/** Follows the key-value lines that ffmpeg writes about its progress. */
final class Progress {
    private volatile long frames;
    private volatile long micros;

    void read(String line) {
        if (line.startsWith("frame=")) {
            frames = number(line.substring("frame=".length()), frames);
        } else if (line.startsWith("out_time_us=")) {
            micros = number(line.substring("out_time_us=".length()), micros);
        }
    }

    /** Returns the frames encoded; time is not known until the first segment is whole, frames are. */
    long frames() {
        return frames;
    }

    Duration time() {
        return Duration.ofMillis(micros / 1000);
    }

    private static long number(String text, long otherwise) {
        try {
            return Math.max(0, Long.parseLong(text.trim()));
        } catch (NumberFormatException unknownYet) {
            return otherwise;
        }
    }
}
