package org.kanmai.app.web;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Which part of a list is asked for, newest first; a controller takes it as a parameter ({@code ?cursor=&limit=}).
 *
 * @param before only rows with a smaller key are wanted
 * @param limit at most so many, 1-50
 */
public record Paging(long before, int limit) {
    public static final int LARGEST = 50;
    static final int USUAL = 20;

    public Paging {
        if (limit < 1 || limit > LARGEST) {
            throw Refusal.invalid("limit", "must be 1-" + LARGEST);
        }
    }

    /** Returns how many rows to read: one more than the limit tells whether there is a next part. */
    public int rows() {
        return limit + 1;
    }

    /** Returns the first part of the usual size. */
    public static Paging first() {
        return new Paging(Long.MAX_VALUE, USUAL);
    }

    static String cursor(long key) {
        var bytes = ByteBuffer.allocate(Long.BYTES).putLong(key).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static long key(String cursor) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.invalid("cursor", "is not one that was given out");
        }
        if (bytes.length != Long.BYTES) {
            throw Refusal.invalid("cursor", "is not one that was given out");
        }
        return ByteBuffer.wrap(bytes).getLong();
    }
}
