package org.kanmai.simulator.town.world;

import org.kanmai.distribution.policy.Outcome;

/** Viewers of a town before works that it did not make: what they do depends on the seed, the viewer and the work only. */
public final class Onlookers {
    private static final long MADE = 8;
    private static final long WATCHES = 9;
    private static final double SPREAD = 0.5;
    private static final int PLAYED_MILLIS = 2_000;
    private static final double NOT_TO_THE_END = 0.95;

    private final long seed;
    private final Viewers viewers;
    private final OutcomeTable table = new OutcomeTable();

    /** Makes so many from a seed. */
    public Onlookers(int size, long seed) {
        this.seed = seed;
        viewers = new Viewers(size, seed);
    }

    /**
     * Returns for how long a viewer watches a work on an average place of a page, in milliseconds.
     *
     * @param work its id
     * @param scene what it is about; the same scenes suit the same viewers
     */
    public int watchedMillis(int viewer, String work, String scene, int durationMillis) {
        long id = number(work);
        int quality = OutcomeTable.qualityLevel(new Dice(seed, MADE, id, 0).normal());
        int suit = viewers.suitLevel(viewer, Math.floorMod(scene.hashCode(), TownSize.VERTICALS));
        int length = lengthOf(durationMillis);
        var dice = new Dice(seed, WATCHES, viewer, id);
        int outcomes = table.draw(quality, suit, length, 0, 0, viewers.generosity(viewer), dice);
        double spread = StrictMath.exp(SPREAD * dice.normal() - SPREAD * SPREAD / 2);
        int millis = (int) (1_000 * OutcomeTable.watchedSeconds(length, outcomes) * spread);
        return asDrawn(outcomes, millis, durationMillis);
    }

    /** Keeps a time within what its outcomes say: played for two seconds or not, to the end or not. */
    private static int asDrawn(int outcomes, int millis, int durationMillis) {
        if ((outcomes & Outcome.COMPLETION.bit()) != 0) {
            return Math.max(millis, durationMillis);
        }
        int most = (int) (NOT_TO_THE_END * durationMillis);
        return (outcomes & Outcome.PLAY.bit()) != 0
                ? Math.min(Math.max(millis, PLAYED_MILLIS), most)
                : Math.min(Math.min(millis, PLAYED_MILLIS - 1), most);
    }

    private static int lengthOf(int durationMillis) {
        int length = 0;
        while (length < OutcomeTable.LENGTHS - 1 && durationMillis >= 1_000 * Marginals.LENGTHS[length + 1]) {
            length++;
        }
        return length;
    }

    /** Returns the 64-bit FNV-1a number of an id. */
    private static long number(String id) {
        long number = 0xcbf29ce484222325L;
        for (int place = 0; place < id.length(); place++) {
            number = (number ^ id.charAt(place)) * 0x100000001b3L;
        }
        return number;
    }
}
