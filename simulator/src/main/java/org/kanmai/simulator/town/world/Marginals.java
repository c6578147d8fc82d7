package org.kanmai.simulator.town.world;

/**
 * What 107,548 exposures of films of 5 to 300 seconds in the main feed of KuaiRand-Pure showed (Gao et al., CIKM 2022; log of 25 April
 * to 3 May 2022, tab 1), and the parameters that make the town show the same.
 */
final class Marginals {
    /** Ends of the classes of length, in seconds. */
    static final double[] LENGTHS = {5, 10, 15, 20, 30, 60, 120, 300};

    /** Shares of exposures by class of length. */
    static final double[] LENGTH_SHARES = {0.0411, 0.1039, 0.0555, 0.0945, 0.1665, 0.2359, 0.3026};

    static final double PLAY = 0.7642;
    static final double HOLD = 0.6639;
    static final double COMPLETION = 0.1949;
    static final double LIKE = 0.02041;
    static final double COMMENT = 0.00285;
    static final double SHARE = 0.00094;
    static final double FOLLOW = 0.00146;
    static final double WATCHED_SECONDS = 23.8;

    /** Seconds watched of one that was not played for two seconds. */
    static final double SKIPPED_SECONDS = 1.28;

    /** Seconds watched, by class of length, of what was played but not to its end. */
    static final double[] PARTIAL_SECONDS = {4.44, 5.56, 6.43, 8.55, 12.78, 21.87, 29.98};

    /** The same of what was completed, loops included. */
    static final double[] COMPLETED_SECONDS = {13.66, 18.35, 23.34, 31.13, 47.97, 90.07, 184.64};

    /** Of what was played but not completed, the share that was held for three seconds. */
    static final double HELD_OF_PARTIAL = 0.824;

    /** Log-odds of a play at average quality and suit. */
    static final double PLAY_AT_AVERAGE = 1.555;

    /** Log-odds, by class of length, of completing what was played. */
    static final double[] COMPLETION_AT_AVERAGE = {-0.239, -0.424, -0.591, -0.642, -0.965, -1.435, -2.442};

    /** How log-odds of a play rise with a standard deviation of quality: 0.46 between works in the log. */
    static final double PLAY_BY_QUALITY = 0.52;

    /** The same of completion, 0.65 between works of one length in the log. */
    static final double COMPLETION_BY_QUALITY = 0.67;

    /** How log-odds of completing what was played rise with the viewer's suit; those of a play rise by as much as the suit. */
    static final double COMPLETION_BY_SUIT = 0.74;

    /** Rates of liking, commenting, sharing and following, of what was completed, played in part, and skipped. */
    static final double[][] ENGAGED = {
        {0.033689, 0.005254, 0.001366, 0.002094},
        {0.017806, 0.001885, 0.000888, 0.001407},
        {0.008898, 0.001040, 0.000243, 0.000459}
    };

    /** How the logarithms of those rates rise with a standard deviation of quality: 0.88, 1.46, 1.39 and 1.17 in the log at all. */
    static final double[] ENGAGED_BY_QUALITY = {0.7, 1.2, 1.15, 1.0};

    /** Standard deviations of suit in log-odds: 0.73 to 0.83 between viewers, 0.43 within them between tags, in the log. */
    static final double PATIENCE = 0.75;

    static final double TASTE = 0.40;

    /** Shares of a day's exposures by hour of UTC+8, in per mille. */
    static final double[] HOURS = {
        39, 24, 16, 10, 8, 8, 16, 25, 31, 39, 43, 51, 57, 57, 52, 52, 55, 61, 57, 54, 56, 60, 66, 63
    };

    /** By hand, in log-odds: later positions of a page, and later pages of a day, are watched a little less. */
    static final double[] BY_POSITION = {0, -0.05, -0.12};

    static final double BY_PAGE = -0.05;

    private Marginals() {}
}
