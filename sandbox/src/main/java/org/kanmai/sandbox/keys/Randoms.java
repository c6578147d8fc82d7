package org.kanmai.sandbox.keys;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody guesses: tokens, nonces and references. */
public final class Randoms {
    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();

    /** Returns 32 characters of A-Z, a-z, 0-9, - and _. */
    public String next() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
