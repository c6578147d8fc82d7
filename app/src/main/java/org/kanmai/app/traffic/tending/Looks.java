package org.kanmai.app.traffic.tending;

import java.time.Clock;
import org.kanmai.app.traffic.tending.TendedStore.Locked;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PoolDue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks judges to look at pools when nothing but time passed, and puts shortfalls on record. */
@Component
class Looks {
    private final TendedStore store;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Looks(TendedStore store, ApplicationEventPublisher events, Ids ids, Clock clock) {
        this.store = store;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Puts what is missing at the deadline on record, and asks for a look. */
    @Transactional
    public void late(long opening, int units) {
        store.lock(opening).ifPresent(row -> {
            store.shortfall(opening, Math.max(0, row.opened().quota() - units));
            ask(row, PoolDue.Reason.DEADLINE);
        });
    }

    @Transactional
    public void ask(long opening, PoolDue.Reason reason) {
        store.lock(opening).ifPresent(row -> ask(row, reason));
    }

    private void ask(Locked row, PoolDue.Reason reason) {
        if (!row.open()) {
            return;
        }
        var opened = row.opened();
        var due = new PoolDue(
                ids.next(), clock.instant(), opened.origin(), opened.work(), opened.id(), reason, row.delivered());
        store.ask(opened.id(), due.id());
        events.publishEvent(due);
    }
}
