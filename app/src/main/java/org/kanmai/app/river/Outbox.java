package org.kanmai.app.river;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.kanmai.facts.Fact;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes each fact that a module publishes, in the transaction of the state that it tells of. */
@Component
class Outbox {
    private final OutboxStore store;
    private final Relay relay;

    Outbox(OutboxStore store, Relay relay, MeterRegistry meters) {
        this.store = store;
        this.relay = relay;
        Gauge.builder("river.outbox.age.seconds", store, OutboxStore::ageSeconds)
                .register(meters);
    }

    @EventListener
    void tell(Fact fact) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a fact is told in the transaction of its state: " + fact.kind());
        }
        store.add(fact);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.wake();
            }
        });
    }
}
