package org.kanmai.ranking;

import org.kanmai.facts.Watched;

/**
 * How far one exposure has come, as one long: bits 0-3 are the measures reached, bits 32-63 the hour of the exposure.
 *
 * <p>Steps only add up, whatever the order of reports; they count from the moment the exposure itself is known.
 */
final class Play {
    private static final int REACHED =
            Measure.EXPOSED.bit() | Measure.HELD_3S.bit() | Measure.HELD_5S.bit() | Measure.COMPLETED.bit();

    private Play() {}

    /** Returns the measures that a watch has reached. */
    static int reached(Watched watched) {
        int reached = watched.watchedMillis() >= 3_000 ? Measure.HELD_3S.bit() : 0;
        reached |= watched.watchedMillis() >= 5_000 ? Measure.HELD_5S.bit() : 0;
        reached |= watched.completed() ? Measure.COMPLETED.bit() : 0;
        return reached;
    }

    static long after(long play, WorkChange said) {
        boolean exposedNow = !isExposed(play) && isExposed(said.measures());
        return play | said.measures() | (exposedNow ? (long) said.hour() << 32 : 0);
    }

    /** Returns what counts of a play: nothing before it was exposed. */
    static int counted(long play) {
        return isExposed(play) ? (int) play & REACHED : 0;
    }

    static int hour(long play) {
        return (int) (play >>> 32);
    }

    private static boolean isExposed(long play) {
        return (play & Measure.EXPOSED.bit()) != 0;
    }
}
