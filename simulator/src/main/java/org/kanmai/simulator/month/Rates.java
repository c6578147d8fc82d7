package org.kanmai.simulator.month;

/**
 * How people watch short films, as 28,194 exposures of films of 5-20 seconds in KuaiRand-Pure have it (Gao et al., CIKM 2022); favourites
 * and shopping are not in it and are set by hand.
 */
final class Rates {
    /** How far people get: the shares of exposures whose watched part of the film lies between two {@link #EDGES}. */
    static final double[] BANDS = {0.187, 0.245, 0.147, 0.077, 0.060, 0.209, 0.056, 0.019};

    /** Parts of the film, loops included. */
    static final double[] EDGES = {0, 0.1, 0.25, 0.5, 0.75, 0.95, 1.5, 2.5, 4};

    /** Likes of an exposure, by how far it was watched. */
    static final double[] LIKED = {0.0066, 0.0107, 0.0252, 0.0280, 0.0510, 0.0335, 0.0632, 0.1130};

    static final double FOLLOWED = 0.0010;
    static final double COMMENTED = 0.0031;
    static final double SHARED = 0.0008;
    static final double REFUSED = 0.0007;
    static final double OPENED_COMMENTS = 0.044;
    static final double OPENED_PROFILE = 0.015;
    static final double FAVOURITED = 0.007;

    /** Of exposures that show something to buy. */
    static final double OPENED_PRODUCT = 0.08;

    /** Of opened products. */
    static final double ORDERED = 0.023;

    static final double CARTED = 0.06;

    /** Of orders. */
    static final double PAID = 0.9;

    /** Of paid orders. */
    static final double REFUNDED = 0.04;

    /** Shares of a day's views by hour of UTC+8, in per mille. */
    static final double[] HOURS = {
        40, 24, 16, 9, 8, 9, 16, 25, 32, 39, 44, 51, 56, 56, 51, 51, 55, 59, 57, 55, 58, 60, 66, 63
    };

    private Rates() {}
}
