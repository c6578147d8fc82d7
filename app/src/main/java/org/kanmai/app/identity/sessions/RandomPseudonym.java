package org.kanmai.app.identity.sessions;

import java.security.SecureRandom;
import org.kanmai.facts.Pseudonym;

/** Draws pseudonyms: 63 random bits. */
final class RandomPseudonym {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomPseudonym() {}

    static Pseudonym next() {
        return new Pseudonym(RANDOM.nextLong() & Long.MAX_VALUE);
    }
}
