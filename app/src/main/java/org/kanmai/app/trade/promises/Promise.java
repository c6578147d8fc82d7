package org.kanmai.app.trade.promises;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;

/**
 * The promise of an order as far as it is known.
 *
 * @param by until when it is to be handed over
 * @param sent when its shop said that it was
 * @param follows whether its carrier reports
 * @param handed when the carrier had it; absent too where the carrier does not report
 * @param refunded when its money went back
 */
record Promise(
        Instant by,
        @Nullable Instant sent,
        boolean follows,
        @Nullable Instant handed,
        @Nullable Instant refunded) {

    /** What became of it. */
    enum State implements Code {
        OPEN,
        KEPT,
        MISSED,
        /** The order was refunded before: nothing was to be handed over. */
        LAPSED
    }

    /** Returns when the parcel was with its carrier: by the carrier's word, and by the shop's where the carrier has none. */
    @Nullable
    Instant handedOver() {
        return follows ? handed : sent;
    }

    State at(Instant now, Duration grace) {
        var over = handedOver();
        if (over != null && !over.isAfter(by)) {
            return State.KEPT;
        }
        if (over == null && refunded != null && !refunded.isAfter(by)) {
            return State.LAPSED;
        }
        if (!now.isAfter(by)) {
            return State.OPEN;
        }
        boolean mayYetBeTold = over == null && sent != null && !sent.isAfter(by);
        return mayYetBeTold && !now.isAfter(by.plus(grace)) ? State.OPEN : State.MISSED;
    }
}
