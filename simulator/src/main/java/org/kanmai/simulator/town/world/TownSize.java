package org.kanmai.simulator.town.world;

/**
 * How large a town is.
 *
 * @param works published in 30 days, if nobody gives up
 * @param exposures of a viewer on an average day
 */
public record TownSize(int creators, int viewers, int works, int exposures) {
    /** Two thousand creators with four works a month, twenty thousand viewers with twenty exposures a day. */
    public static final TownSize USUAL = new TownSize(2_000, 20_000, 8_000, 20);

    /** Scenes that works are about. */
    public static final int VERTICALS = 12;

    private static final int MOST_EACH = 20;

    public TownSize {
        if (creators < 10 || creators > 1_000_000) {
            throw new IllegalArgumentException("--creators: 10-1000000: " + creators);
        }
        if (viewers < 10 || viewers > 1_000_000) {
            throw new IllegalArgumentException("--viewers: 10-1000000: " + viewers);
        }
        if (works < 100 || works > 1_000_000) {
            throw new IllegalArgumentException("--works: 100-1000000: " + works);
        }
        if (works > MOST_EACH * creators) {
            throw new IllegalArgumentException("--works: 20 × --creators: " + works);
        }
        if (exposures < 6 || exposures > 500) {
            throw new IllegalArgumentException("--exposures: 6-500: " + exposures);
        }
    }
}
