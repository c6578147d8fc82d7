package org.kanmai.facts;

/**
 * One item of a served page.
 *
 * @param score the final score by which it stood, as 32-bit so that its digits are few and exact
 * @param features the item's part of the features that were used, in a numbered binary layout; may be empty
 */
public record ServedItem(
        ExposureId exposure,
        Subject subject,
        int position,
        Source source,
        SlotKind slot,
        double propensity,
        float score,
        Binary features) {}
