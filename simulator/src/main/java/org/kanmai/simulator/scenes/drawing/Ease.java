package org.kanmai.simulator.scenes.drawing;

/** Curves of movement: each takes a share of time, held within 0..1, and gives a share of the way. */
public final class Ease {

    private Ease() {}

    /** Holds a share within 0..1. */
    public static double hold(double share) {
        return Math.clamp(share, 0.0, 1.0);
    }

    /** Starts fast and comes to rest. */
    public static double out(double share) {
        var left = 1 - hold(share);
        return 1 - left * left * left;
    }

    /** Starts from rest, comes to rest. */
    public static double both(double share) {
        var x = hold(share);
        return x * x * (3 - 2 * x);
    }

    /** Starts from rest and leaves fast. */
    public static double in(double share) {
        var x = hold(share);
        return x * x * x;
    }

    /** Goes a little too far and comes back. */
    public static double back(double share) {
        var x = hold(share) - 1;
        return 1 + 2.4 * x * x * x + 1.4 * x * x;
    }

    /** Falls and bounces twice. */
    public static double bounce(double share) {
        var x = hold(share);
        if (x < 0.5) {
            return 4 * x * x;
        }
        if (x < 0.8) {
            var y = (x - 0.65) / 0.15;
            return 1 - 0.16 * (1 - y * y);
        }
        var y = (x - 0.9) / 0.1;
        return 1 - 0.04 * (1 - y * y);
    }

    /** A point between two values. */
    public static double mix(double from, double to, double share) {
        return from + (to - from) * share;
    }

    /** Up and down again within the share, highest in the middle. */
    public static double arc(double share) {
        var x = hold(share);
        return 4 * x * (1 - x);
    }
}
