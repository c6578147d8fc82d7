package org.kanmai.app.trade.amends;

import java.time.Instant;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.OrderId;

/**
 * What a shop gave a buyer beyond a refund.
 *
 * @param rule by which it was reckoned, with the row that asks for it
 */
public record Compensation(OrderId order, Cause cause, Money amount, String rule, Instant at) {

    /** Why it was given. */
    public enum Cause implements Code {
        /** The parcel was not handed over in time (EC-10). */
        LATE,
        /** What was sold was a fake (EC-13). */
        FAKE,
        /** The buyer had sent goods back at the shop's cost (EC-12). */
        WAY_BACK
    }
}
