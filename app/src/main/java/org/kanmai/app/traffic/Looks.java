package org.kanmai.app.traffic;

import java.time.Clock;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PoolDue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks judges to look at pools when nothing but time passed, and puts shortfalls on record. */
@Component
class Looks {
    private final PoolStore store;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Looks(PoolStore store, ApplicationEventPublisher events, Ids ids, Clock clock) {
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

    private void ask(PoolRow row, PoolDue.Reason reason) {
        if (row.state() != PoolRow.State.OPEN) {
            return;
        }
        var due = new PoolDue(
                ids.next(),
                clock.instant(),
                row.opened().origin(),
                row.opened().work(),
                row.opening(),
                reason,
                row.delivered());
        store.ask(row.opening(), due.id());
        events.publishEvent(due);
    }
}
