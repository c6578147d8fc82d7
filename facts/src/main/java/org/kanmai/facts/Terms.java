package org.kanmai.facts;

/**
 * The terms on which one item was shown: all that a verdict, an estimate or a proof needs to know of it later.
 *
 * @param position zero-based place on its page
 * @param propensity exact probability of this draw in (0, 1]; 1 for a ranked, that is deterministic, slot
 * @param policy version number of the rules in force
 * @param stratum coarse class of the audience, 0-63, in clear
 */
public record Terms(
        ExposureId exposure,
        PageId page,
        long request,
        Pseudonym pseudonym,
        Subject subject,
        Surface surface,
        int position,
        Source source,
        SlotKind slot,
        double propensity,
        int policy,
        int stratum) {
    public Terms {
        if (position < 0 || position > 999 || stratum < 0 || stratum > 63 || policy < 0) {
            throw new IllegalArgumentException("terms out of range: " + position + ", " + stratum + ", " + policy);
        }
        if (!(propensity > 0 && propensity <= 1) || (slot == SlotKind.RANKED && propensity != 1)) {
            throw new IllegalArgumentException("propensity " + propensity + " does not suit a slot " + slot);
        }
    }
}
