package org.kanmai.app.payment;

import java.time.Instant;
import java.util.List;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;
import org.kanmai.facts.PersonId;

/** What a buyer pays at once; {@code covers} says for what. */
public record Payment(
        PaymentId id, PersonId buyer, String provider, List<Cover> covers, State state, Instant expiresAt) {
    public Payment {
        covers = List.copyOf(covers);
    }

    /** An order and what it costs. */
    public record Cover(long subject, Money amount) {}

    /** Where a payment stands. */
    public enum State implements Code {
        OPEN,
        SETTLED,
        CLOSED
    }

    /** Returns all of it. */
    public Money amount() {
        return covers.stream().map(Cover::amount).reduce(Money::plus).orElseThrow();
    }
}
