package org.kanmai.app.feed.models;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Thins out the record of models: after a week the first of each day is enough. */
@Component
class ModelSweep {
    private static final Duration KEPT = Duration.ofDays(7);

    private final ModelStore store;
    private final Clock clock;

    ModelSweep(ModelStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${kanmai.sweep.first:PT10M}", fixedDelayString = "PT6H")
    void sweep() {
        store.thinOut(clock.instant().minus(KEPT));
    }
}
