package org.kanmai.app.ledger;

import org.kanmai.facts.Money;

/** One side of an entry: an account gets an amount, or gives it when it is negative; never nothing. */
public record Posting(Account account, Money amount) {
    public Posting {
        if (amount.isZero()) {
            throw new IllegalArgumentException("nothing is never booked: " + account);
        }
    }
}
