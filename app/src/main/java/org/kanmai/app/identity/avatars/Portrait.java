package org.kanmai.app.identity.avatars;

import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.pictures.SentPicture;

/** Makes a square picture of 256 pixels out of whatever PNG or JPEG somebody sends; nothing but pixels is kept. */
final class Portrait {
    static final int SIDE = 256;
    static final int LARGEST_BYTES = 2 * 1024 * 1024;
    static final int LARGEST_KEPT = 64 * 1024;
    private static final String FIELD = "avatar";

    private Portrait() {}

    static byte[] jpeg(byte[] sent) {
        if (sent.length > LARGEST_BYTES) {
            throw Refusal.invalid(FIELD, "must be at most 2 MB");
        }
        return SentPicture.read(FIELD, sent, SIDE).square(SIDE).jpeg(LARGEST_KEPT);
    }
}
