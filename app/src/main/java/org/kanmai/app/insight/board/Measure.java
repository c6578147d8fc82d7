package org.kanmai.app.insight.board;

import java.util.EnumSet;
import java.util.Set;
import org.kanmai.facts.Code;

/** What figures are made of: sums over days, of which metrics are ratios. */
public enum Measure implements Code {
    EXPOSED,
    HELD_3S,
    HELD_5S,
    COMPLETED,
    INTERACTED,
    OPENED,
    CARTED,
    ORDERED,
    PAID,
    REPURCHASED,
    /** Payments within 24 hours of first seeing the work that led there. */
    EARLY,
    /** Orders that were paid. */
    ORDERS,
    /** What was paid, minor units. */
    SALES,
    /** Orders that were paid on a day and whose money went back since. */
    REFUNDED,
    /** Variants on sale; now, whatever the day. */
    VARIANTS,
    /** Those of them of which no unit is free. */
    SOLD_OUT,
    /** Exposures that nobody paid for; of creators or of works, whichever are compared. */
    NATURAL,
    /** By how many natural exposures two of those compared differ, over all pairs. */
    DIFFERENCES,
    /** What the differences would be if one had all: how many are compared, times their natural exposures. */
    UTMOST,
    /** Natural exposures of the one who has most. */
    TOP,
    /** Natural exposures of the top 1 %, at least of one. */
    HEAD,
    /** Of these the mean. */
    HEAD_MEAN,
    /** Natural exposures of the one in the middle. */
    WAIST,
    /** Exposures in positions that were reserved for works of a pool. */
    RESERVED,
    /** Exposures in positions that were drawn at random. */
    RANDOMISED,
    /** Creators who began so many days ago or more. */
    BEGAN_7,
    BEGAN_14,
    BEGAN_30,
    /** Those of them who published again within so many days. */
    AGAIN_7,
    AGAIN_14,
    AGAIN_30;

    private static final Set<Measure> OF_BOARDS = EnumSet.range(EXPOSED, SOLD_OUT);

    /** Returns whether it is of the boards of a site, a creator or a shop; the others are of traffic as a whole. */
    boolean isOfBoards() {
        return OF_BOARDS.contains(this);
    }
}
