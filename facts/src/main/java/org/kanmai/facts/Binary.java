package org.kanmai.facts;

import java.util.Arrays;
import java.util.Base64;

/** Some bytes, compared by content; base64 (RFC 4648, without padding) in JSON. */
public final class Binary {
    public static final Binary EMPTY = new Binary(new byte[0]);

    private final byte[] bytes;

    private Binary(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Copies the bytes. */
    public static Binary of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Binary(bytes.clone());
    }

    /** Reads the base64 form; throws {@link IllegalArgumentException} for anything else. */
    public static Binary parse(String base64) {
        return of(Base64.getDecoder().decode(base64));
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Binary that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
