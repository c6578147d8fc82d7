package org.kanmai.app.river;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.kanmai.facts.Fact;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes each fact that a module publishes, in the transaction of the state that it tells of; one insert a transaction. */
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
        if (TransactionSynchronizationManager.getResource(this) instanceof Told told) {
            told.facts.add(fact);
            return;
        }
        var told = new Told(fact);
        TransactionSynchronizationManager.bindResource(this, told);
        TransactionSynchronizationManager.registerSynchronization(told);
    }

    /** What one transaction tells; an inner transaction of its own has another one. */
    private final class Told implements TransactionSynchronization {
        private final List<Fact> facts = new ArrayList<>();

        Told(Fact first) {
            facts.add(first);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            store.add(facts);
        }

        @Override
        public void afterCommit() {
            relay.wake();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Outbox.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Outbox.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Outbox.this);
        }
    }
}
