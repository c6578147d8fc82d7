package org.kanmai.app.aftersales.returns;

import java.time.Instant;
import org.kanmai.facts.Code;

/** What was done with a wish, by which side, in whose words. */
record Step(Wish.State state, Side side, String words, Instant at) {

    /** Who did it. */
    enum Side implements Code {
        BUYER,
        SHOP,
        OPERATOR,
        /** Nobody, in time. */
        CLOCK
    }
}
