package org.kanmai.app.insight.board;

import org.kanmai.facts.Code;

/** What figures are made of: sums over days, of which metrics are ratios. */
enum Measure implements Code {
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
    SOLD_OUT
}
