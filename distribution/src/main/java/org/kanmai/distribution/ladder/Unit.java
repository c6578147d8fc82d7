package org.kanmai.distribution.ladder;

/**
 * What one exposure of a work in a pool has shown when it was mature.
 *
 * @param person pseudonym of the viewer
 * @param order place of the exposure on the log: the first of a person counts
 * @param outcomes bits of {@link org.kanmai.distribution.policy.Outcome}s that are yes
 */
public record Unit(long person, long order, Traffic traffic, Cell cell, int outcomes) {
    private static final int ALL_OUTCOMES = 0xff;

    /** Where an exposure came from. */
    public enum Traffic {
        /** Chosen by the site: the only one that verdicts know. */
        NATURAL,
        /** Paid for; labelled and accounted apart (TD-09). */
        BOUGHT,
        /** Asked for by the viewer: watched again, or opened by its address. */
        ASKED_FOR,
        /** Found to be no person's. */
        CLEANED
    }

    public Unit {
        if ((outcomes & ~ALL_OUTCOMES) != 0) {
            throw new IllegalArgumentException("not a set of outcomes: " + outcomes);
        }
    }
}
