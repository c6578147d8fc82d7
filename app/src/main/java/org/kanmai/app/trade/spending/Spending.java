package org.kanmai.app.trade.spending;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Says what a buyer spent lately: orders that were paid, without those refunded as a whole, less what of the others went back. */
@Component
public class Spending {
    private final SpendingStore store;
    private final Clock clock;

    Spending(SpendingStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Returns the sum of each currency over orders placed within a time; none of who bought nothing. */
    public List<Spent> lately(PersonId buyer, Duration within) {
        return store.sums(buyer, Ids.smallest(clock.instant().minus(within)));
    }
}
