package org.kanmai.ranking.sequence;

import java.util.SplittableRandom;

/** Chance that is the same for the same seed and number, and has nothing to do with that of the next number. */
final class Seeds {
    private Seeds() {}

    /** A generator of the JDK goes from one state to the next by adding: seeds that are multiples would give one stream, shifted. */
    static SplittableRandom random(long seed, long number) {
        return new SplittableRandom(mixed(mixed(seed) + number));
    }

    /** The last steps of MurmurHash3. */
    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
