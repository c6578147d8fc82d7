package org.kanmai.distribution.policy;

/** How many units a pool gives, from the least to the most. */
public record Quota(int least, int most) {
    public Quota {
        if (least < 1 || most < least) {
            throw new IllegalArgumentException("not a quota: " + least + " to " + most);
        }
    }

    /** Returns what lies at a share of the way from the least to the most, rounded, never outside of them. */
    public int at(double share) {
        long quota = Math.round(least + (most - (double) least) * share);
        return Math.clamp(quota, least, most);
    }
}
