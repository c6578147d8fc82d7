package org.kanmai.simulator.town.world;

/** Draws of a seed that depend on nothing but their number: the same viewer does the same with the same work whoever shows it. */
public final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    /** Begins the draws of a concern of a seed, for two numbers. */
    public Dice(long seed, long concern, long first, long second) {
        state = mix(mix(mix(mix(seed + GOLDEN) + concern) + first) + second);
    }

    /** Returns the next number in [0, 1). */
    public double share() {
        state += GOLDEN;
        return (mix(state) >>> 11) * UNIT;
    }

    /** Returns the next normal number, by the polar way of Box and Muller. */
    public double normal() {
        return StrictMath.sqrt(-2 * StrictMath.log(1 - share())) * StrictMath.cos(2 * Math.PI * share());
    }

    /** Returns a whole number from 0 on and below the end. */
    public int below(int end) {
        return (int) (share() * end);
    }

    /** The finaliser of SplitMix64 (Steele, Lea & Flood 2014). */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
