package org.kanmai.app.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sums the whole ledger now and then: {@code ledger.imbalance.minor} is 0, or something went past the database's trigger. */
@Component
class LedgerGauge {
    private final LedgerStore store;
    private volatile long imbalance;

    LedgerGauge(LedgerStore store, MeterRegistry meters) {
        this.store = store;
        Gauge.builder("ledger.imbalance.minor", () -> imbalance).register(meters);
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sum() {
        imbalance = store.imbalance();
    }
}
