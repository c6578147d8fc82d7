package org.kanmai.app.affiliate.payouts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;

/** Payouts that are proposed by one operator and approved by another; {@code total} is of what was paid once it is approved. */
record Batch(
        long id,
        PersonId madeBy,
        Instant madeAt,
        State state,
        @Nullable PersonId checkedBy,
        @Nullable Instant checkedAt,
        Money total,
        int payouts) {

    /** How long a batch is there before who made it may approve it alone. */
    static final Duration NOTICE = Duration.ofHours(24);

    /** Where a batch stands. */
    enum State implements Code {
        PROPOSED,
        APPROVED,
        REJECTED
    }

    /** Whether one operator did both. */
    boolean singleHanded() {
        return state == State.APPROVED && madeBy.equals(checkedBy);
    }

    /** One payout of it; {@code paid} is absent until it is approved, and less when less was there. */
    record Payout(Party party, Money amount, @Nullable Money paid) {}

    /** A payout with where it goes. */
    record Order(Payout payout, Binary sealed) {}

    /** Payouts that are to be proposed. */
    record Proposal(long id, PersonId by, Instant at, List<Payout> payouts) {}
}
