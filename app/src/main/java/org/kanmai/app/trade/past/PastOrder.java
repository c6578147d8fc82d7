package org.kanmai.app.trade.past;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.orders.OrderRow.State;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PaymentId;

/**
 * A purchase as it is kept: with its ids and prices, and where it stands by now.
 *
 * @param payment absent when nobody paid; then it was closed
 * @param expires until when it waited for its money
 * @param released when its money became its shop's; absent while it is held, or went back
 */
record PastOrder(
        Purchase purchase,
        OrderId id,
        @Nullable PaymentId payment,
        Money total,
        Money fee,
        Instant expires,
        @Nullable Instant released) {

    State state() {
        var steps = purchase.steps();
        if (steps.paid() == null) {
            return State.CLOSED;
        }
        if (steps.refunded() != null) {
            return State.REFUNDED;
        }
        if (steps.received() != null) {
            return State.RECEIVED;
        }
        return steps.shipped() != null ? State.SHIPPED : State.PAID;
    }

    Instant placed() {
        return purchase.deed().at();
    }

    @Nullable
    Instant closed() {
        return purchase.steps().paid() == null ? expires : null;
    }
}
