package org.kanmai.app.conversation;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;

/**
 * A place in a list of comments.
 *
 * @param likes of the last comment before it
 * @param id of that comment
 */
record Spot(long likes, long id) {
    static final Spot TOP = new Spot(Long.MAX_VALUE, Long.MAX_VALUE);
    static final Spot OLDEST = new Spot(0, -1);

    static Spot parse(@Nullable String cursor, Spot first) {
        if (cursor == null || cursor.isEmpty()) {
            return first;
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() == 2 * Long.BYTES) {
                return new Spot(bytes.getLong(), bytes.getLong());
            }
        } catch (IllegalArgumentException malformed) {
            throw unknown();
        }
        throw unknown();
    }

    String cursor() {
        var bytes = ByteBuffer.allocate(2 * Long.BYTES).putLong(likes).putLong(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static Refusal unknown() {
        return Refusal.invalid("cursor", "is not one that was given out");
    }
}
