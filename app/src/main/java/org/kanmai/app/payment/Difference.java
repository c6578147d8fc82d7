package org.kanmai.app.payment;

import org.kanmai.facts.Code;
import org.kanmai.facts.Money;

/**
 * Something that a provider's statement and the ledger say differently.
 *
 * @param key {@code payment:} or {@code return:} and the payment
 */
record Difference(String key, Kind kind, Money theirs, Money ours) {

    /** What is different. */
    enum Kind implements Code {
        /** Only the statement has it. */
        MISSING_HERE,
        /** Only the ledger has it. */
        MISSING_THERE,
        /** Both have it, with other amounts. */
        AMOUNT
    }
}
