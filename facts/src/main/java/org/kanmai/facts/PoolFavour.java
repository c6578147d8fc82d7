package org.kanmai.facts;

/**
 * By how much a quota was multiplied besides what the work itself has earned, and why.
 *
 * @param factor positive; 1 when nothing was
 * @param reason a word of the policy; empty when there was none
 */
public record PoolFavour(double factor, String reason) {
    /** Nothing was multiplied. */
    public static final PoolFavour NONE = new PoolFavour(1, "");

    public PoolFavour {
        if (!(factor > 0 && factor <= 10) || reason.isEmpty() != (factor == 1) || !reason.matches("[a-z-]{0,30}")) {
            throw new IllegalArgumentException("not a favour: " + factor + " " + reason);
        }
    }

    /** Returns what becomes of a quota, rounded, at least 1. */
    public int of(int quota) {
        return Math.toIntExact(Math.clamp(Math.round(quota * factor), 1, Integer.MAX_VALUE));
    }
}
