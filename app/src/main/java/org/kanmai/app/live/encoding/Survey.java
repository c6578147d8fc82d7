package org.kanmai.app.live.encoding;

import java.util.Optional;
import org.kanmai.app.live.rtmp.Pushed.Medium;
import org.kanmai.facts.Binary;

/** Looks at the first messages of a push and decides whether its picture can be passed through. */
final class Survey {
    private static final int AVC = 7;
    private static final int KEYFRAME = 1;
    private static final int TALLEST = 720;
    private static final int LONGEST_INTERVAL_MILLIS = 2_000;
    private static final int PATIENCE_MILLIS = 2_500;
    private static final int ENHANCED = 0x80;
    private static final int SPS = 13;

    private int height;
    private int firstKeyframe = -1;

    /** Looks at a message; returns a plan once enough was seen. */
    Optional<Plan> look(Medium medium, int at, Binary content) {
        var bytes = content.bytes();
        if (medium == Medium.AUDIO || bytes.length < 2) {
            return Optional.empty();
        }
        int first = bytes[0] & 0xFF;
        if ((first & ENHANCED) != 0 || (first & 0xF) != AVC) {
            return Optional.of(anew());
        }
        if (bytes[1] == 0) {
            height = bytes.length > SPS ? PictureSize.height(bytes, SPS) : 0;
            return height == 0 || height > TALLEST ? Optional.of(anew()) : Optional.empty();
        }
        return interval(first >> 4 == KEYFRAME, at);
    }

    private Optional<Plan> interval(boolean keyframe, int at) {
        if (firstKeyframe < 0) {
            firstKeyframe = keyframe ? at : firstKeyframe;
            return Optional.empty();
        }
        if (keyframe) {
            return Optional.of(new Plan("flv", at - firstKeyframe <= LONGEST_INTERVAL_MILLIS));
        }
        return at - firstKeyframe > PATIENCE_MILLIS ? Optional.of(anew()) : Optional.empty();
    }

    private static Plan anew() {
        return new Plan("flv", false);
    }
}
