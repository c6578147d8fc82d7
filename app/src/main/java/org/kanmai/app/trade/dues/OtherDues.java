package org.kanmai.app.trade.dues;

import java.time.Instant;
import org.kanmai.app.payment.Payment;

/** Something else than orders that people pay for; whoever sells it implements this, in the transaction of the payment. */
public interface OtherDues {

    /** Takes a payment for something that waits for it; false when it is not known here or can't be had any more: the money goes back. */
    boolean settle(Payment payment, Payment.Cover cover, Instant at);
}
