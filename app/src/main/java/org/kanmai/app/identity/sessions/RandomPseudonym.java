package org.kanmai.app.identity.sessions;

import java.security.SecureRandom;
import org.kanmai.facts.Pseudonym;

/** Draws pseudonyms: 63 random bits. */
public final class RandomPseudonym {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomPseudonym() {}

    /** Returns a pseudonym that tells nothing of its owner. */
    public static Pseudonym next() {
        return new Pseudonym(RANDOM.nextLong() & Long.MAX_VALUE);
    }
}
