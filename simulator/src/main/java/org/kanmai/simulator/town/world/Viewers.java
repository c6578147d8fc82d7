package org.kanmai.simulator.town.world;

import java.util.Arrays;

/** The people who watch: patience, tastes, what they have seen, and whether they come again. */
public final class Viewers {
    private static final long BORN = 1;
    private static final double TASTE_ERROR = 0.3;
    private static final double GENEROSITY = 1.0;
    private static final double MOST_GENEROUS = 8;
    private static final int STRATA = 8;
    private static final double REMEMBERED = 0.97;
    private static final double COMES_AT_AVERAGE = 1.75;
    private static final double COMES_BY_PLEASURE = 2.5;
    private static final double USUAL_PLEASURE = 0.26;

    private final int size;
    private final float[] suit;
    private final float[] known;
    private final byte[] suitLevels;
    private final float[] generosity;
    private final byte[] strata;
    private final float[] pleasure;
    private long[][] seen;

    /** Makes them from a seed. */
    public Viewers(int size, long seed) {
        this.size = size;
        suit = new float[size * TownSize.VERTICALS];
        known = new float[size * TownSize.VERTICALS];
        suitLevels = new byte[size * TownSize.VERTICALS];
        generosity = new float[size];
        strata = new byte[size];
        pleasure = new float[size];
        seen = new long[size][64];
        Arrays.fill(pleasure, (float) USUAL_PLEASURE);
        for (int viewer = 0; viewer < size; viewer++) {
            make(viewer, new Dice(seed, BORN, viewer, 0));
        }
    }

    private void make(int viewer, Dice dice) {
        double patience = Marginals.PATIENCE * dice.normal();
        for (int vertical = 0; vertical < TownSize.VERTICALS; vertical++) {
            int place = viewer * TownSize.VERTICALS + vertical;
            double taste = Marginals.TASTE * dice.normal();
            suit[place] = (float) (patience + taste);
            suitLevels[place] = (byte) OutcomeTable.suitLevel(suit[place]);
            known[place] = (float) (taste + TASTE_ERROR * dice.normal());
        }
        double spread = StrictMath.exp(GENEROSITY * dice.normal() - GENEROSITY * GENEROSITY / 2);
        generosity[viewer] = (float) Math.min(spread, MOST_GENEROUS);
        double shown = patience + TASTE_ERROR * dice.normal();
        strata[viewer] = (byte) Math.clamp((long) Math.floor((shown / 2 + 1) / 2 * STRATA), 0, STRATA - 1);
    }

    /** Returns how many there are. */
    public int size() {
        return size;
    }

    /** Returns how well a vertical suits a viewer, in log-odds. */
    public double suit(int viewer, int vertical) {
        return suit[viewer * TownSize.VERTICALS + vertical];
    }

    int suitLevel(int viewer, int vertical) {
        return suitLevels[viewer * TownSize.VERTICALS + vertical];
    }

    /** Returns what every feed believes of a viewer's taste, in log-odds, with an error. */
    public double knownTaste(int viewer, int vertical) {
        return known[viewer * TownSize.VERTICALS + vertical];
    }

    double generosity(int viewer) {
        return generosity[viewer];
    }

    /** Returns the coarse class of a viewer that terms of exposures carry. */
    public int stratum(int viewer) {
        return strata[viewer];
    }

    /** Returns whether a viewer comes today: the better the last days were, the likelier. */
    boolean comes(int viewer, Dice dice) {
        double logOdds = COMES_AT_AVERAGE + COMES_BY_PLEASURE * (pleasure[viewer] - USUAL_PLEASURE) / USUAL_PLEASURE;
        return dice.share() * (1 + StrictMath.exp(-logOdds)) < 1;
    }

    void please(int viewer, double score) {
        pleasure[viewer] = (float) (REMEMBERED * pleasure[viewer] + (1 - REMEMBERED) * score);
    }

    /** Returns whether a viewer was shown a work before. */
    public boolean hasSeen(int viewer, int work) {
        var bits = seen[viewer];
        int word = work >> 6;
        return word < bits.length && (bits[word] & 1L << work) != 0;
    }

    void see(int viewer, int work) {
        int word = work >> 6;
        if (word >= seen[viewer].length) {
            seen[viewer] = Arrays.copyOf(seen[viewer], Math.max(word + 1, seen[viewer].length * 2));
        }
        seen[viewer][word] |= 1L << work;
    }
}
