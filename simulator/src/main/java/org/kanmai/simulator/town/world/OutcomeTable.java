package org.kanmai.simulator.town.world;

import org.kanmai.distribution.policy.Outcome;

/** What an exposure leads to: how well the work is made × how well it suits the viewer × its length × position × how tired one is. */
public final class OutcomeTable {
    /** How many classes of length there are. */
    public static final int LENGTHS = 7;

    private static final int LEVELS = 48;
    private static final double REACH = 3.2;
    private static final double SUIT_DEVIATION = StrictMath.hypot(Marginals.PATIENCE, Marginals.TASTE);
    private static final int POSITIONS = 3;
    private static final int TIRED = 4;

    private static final Outcome[] ENGAGEMENTS = {Outcome.LIKE, Outcome.COMMENT, Outcome.SHARE, Outcome.FOLLOW};

    /** By quality, suit, position and tiredness. */
    private final float[] play = new float[LEVELS * LEVELS * POSITIONS * TIRED];

    /** The same, and by length. */
    private final float[] completion = new float[play.length * LENGTHS];

    /** By quality, state and kind: that kind or an earlier one. */
    private final float[] engaged = new float[LEVELS * 3 * ENGAGEMENTS.length];

    /** Fills it from the marginals. */
    public OutcomeTable() {
        for (int quality = 0; quality < LEVELS; quality++) {
            fillEngaged(quality);
            for (int suit = 0; suit < LEVELS; suit++) {
                for (int place = 0; place < POSITIONS * TIRED; place++) {
                    fillWatched(quality, suit, place);
                }
            }
        }
    }

    private void fillWatched(int quality, int suit, int place) {
        int row = (quality * LEVELS + suit) * POSITIONS * TIRED + place;
        double q = value(quality);
        double s = value(suit) * SUIT_DEVIATION;
        double less = Marginals.BY_POSITION[place / TIRED] + Marginals.BY_PAGE * (place % TIRED);
        play[row] = (float) probability(Marginals.PLAY_AT_AVERAGE + Marginals.PLAY_BY_QUALITY * q + s + less);
        for (int length = 0; length < LENGTHS; length++) {
            double logOdds = Marginals.COMPLETION_AT_AVERAGE[length]
                    + Marginals.COMPLETION_BY_QUALITY * q
                    + Marginals.COMPLETION_BY_SUIT * s
                    + less;
            completion[row * LENGTHS + length] = (float) probability(logOdds);
        }
    }

    private void fillEngaged(int quality) {
        for (int state = 0; state < 3; state++) {
            double sum = 0;
            for (int kind = 0; kind < ENGAGEMENTS.length; kind++) {
                double rise = Marginals.ENGAGED_BY_QUALITY[kind];
                sum += Marginals.ENGAGED[state][kind] * StrictMath.exp(rise * value(quality) - rise * rise / 2);
                engaged[(quality * 3 + state) * ENGAGEMENTS.length + kind] = (float) sum;
            }
        }
    }

    private static double value(int level) {
        return (2.0 * level / (LEVELS - 1) - 1) * REACH;
    }

    private static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** Returns the level of a quality in standard deviations. */
    static int qualityLevel(double quality) {
        return Math.clamp(Math.round((quality / REACH + 1) / 2 * (LEVELS - 1)), 0, LEVELS - 1);
    }

    /** Returns the level of a suit in log-odds. */
    static int suitLevel(double suit) {
        return qualityLevel(suit / SUIT_DEVIATION);
    }

    /**
     * Draws the outcomes of an exposure, as their bits.
     *
     * @param position of the page, from 0 on
     * @param page how many pages the viewer has had today
     * @param generosity by how much the viewer engages more than the average
     */
    public int draw(int quality, int suit, int length, int position, int page, double generosity, Dice dice) {
        int place = (position == 0 ? 0 : position <= 2 ? 1 : 2) * TIRED + Math.min(page, TIRED - 1);
        int row = (quality * LEVELS + suit) * POSITIONS * TIRED + place;
        if (dice.share() >= play[row]) {
            return engagement(quality, 2, generosity, dice);
        }
        if (dice.share() < completion[row * LENGTHS + length]) {
            return Outcome.PLAY.bit()
                    | Outcome.HOLD.bit()
                    | Outcome.COMPLETION.bit()
                    | engagement(quality, 0, generosity, dice);
        }
        int held = dice.share() < Marginals.HELD_OF_PARTIAL ? Outcome.HOLD.bit() : 0;
        return Outcome.PLAY.bit() | held | engagement(quality, 1, generosity, dice);
    }

    private int engagement(int quality, int state, double generosity, Dice dice) {
        double drawn = dice.share() / generosity;
        int row = (quality * 3 + state) * ENGAGEMENTS.length;
        for (int kind = 0; kind < ENGAGEMENTS.length; kind++) {
            if (drawn < engaged[row + kind]) {
                return ENGAGEMENTS[kind].bit();
            }
        }
        return 0;
    }

    /** Returns how long such a work was watched with these outcomes, on average, in seconds. */
    public static double watchedSeconds(int length, int outcomes) {
        if ((outcomes & Outcome.COMPLETION.bit()) != 0) {
            return Marginals.COMPLETED_SECONDS[length];
        }
        return (outcomes & Outcome.PLAY.bit()) != 0 ? Marginals.PARTIAL_SECONDS[length] : Marginals.SKIPPED_SECONDS;
    }

    /** Returns how likely what is watched and done is on the second place of a first page; what is bought is told by the caller. */
    Chances chances(int quality, int suit, int length, double generosity, double opens, double pays, double dislikes) {
        int row = (quality * LEVELS + suit) * POSITIONS * TIRED + TIRED;
        double completed = play[row] * (double) completion[row * LENGTHS + length];
        double partial = play[row] - completed;
        double skipped = 1 - play[row];
        double hold = completed + partial * Marginals.HELD_OF_PARTIAL;
        var engagements = new double[ENGAGEMENTS.length];
        double[] states = {completed, partial, skipped};
        for (int state = 0; state < states.length; state++) {
            double before = 0;
            for (int kind = 0; kind < engagements.length; kind++) {
                double until = Math.min(1, generosity * engaged[(quality * 3 + state) * ENGAGEMENTS.length + kind]);
                engagements[kind] += states[state] * (until - before);
                before = until;
            }
        }
        return new Chances(
                hold,
                completed,
                completed * minuteShare(Marginals.COMPLETED_SECONDS[length])
                        + partial * minuteShare(Marginals.PARTIAL_SECONDS[length])
                        + skipped * minuteShare(Marginals.SKIPPED_SECONDS),
                engagements[0],
                engagements[1],
                engagements[2],
                engagements[3],
                hold * opens,
                hold * opens * pays,
                skipped * dislikes);
    }

    private static double minuteShare(double seconds) {
        return Math.min(1, seconds / 60);
    }
}
