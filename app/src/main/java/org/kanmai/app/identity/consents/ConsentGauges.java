package org.kanmai.app.identity.consents;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.kanmai.facts.Purpose;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Consent coverage by purpose: {@code identity.consent.answered} is the share of people who answered, which must be 1 for
 * accounts made here, and {@code identity.consent.given} the share of those who agreed.
 */
@Component
final class ConsentGauges {
    private final ConsentStore store;
    private final AtomicReference<Map<Purpose, ConsentStore.Coverage>> known = new AtomicReference<>(Map.of());

    ConsentGauges(ConsentStore store, MeterRegistry meters) {
        this.store = store;
        for (var purpose : Purpose.values()) {
            Gauge.builder("identity.consent.answered", () -> coverage(purpose).answered())
                    .tag("purpose", purpose.code())
                    .register(meters);
            Gauge.builder("identity.consent.given", () -> coverage(purpose).given())
                    .tag("purpose", purpose.code())
                    .register(meters);
        }
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 60_000)
    void measure() {
        var measured = new EnumMap<Purpose, ConsentStore.Coverage>(Purpose.class);
        for (var purpose : Purpose.values()) {
            measured.put(purpose, store.coverage(purpose));
        }
        known.set(Map.copyOf(measured));
    }

    private ConsentStore.Coverage coverage(Purpose purpose) {
        return known.get().getOrDefault(purpose, ConsentStore.Coverage.UNKNOWN);
    }
}
