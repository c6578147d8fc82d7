package org.kanmai.app.river.seen;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.identity.Pseudonyms;
import org.kanmai.app.river.leases.Leases;
import org.kanmai.facts.Pseudonym;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes the rows of pseudonyms that have ended: of a day once its tokens expired, of a browser that consented after its month.
 * A person who consented keeps the pseudonym, and so the row.
 */
@Component
class SeenSweep {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int BATCH = 500;
    private static final int BATCHES = 40;

    private final SeenStore store;
    private final SeenCache cache;
    private final Pseudonyms pseudonyms;
    private final Leases leases;
    private final Clock clock;

    SeenSweep(SeenStore store, SeenCache cache, Pseudonyms pseudonyms, Leases leases, Clock clock) {
        this.store = store;
        this.cache = cache;
        this.pseudonyms = pseudonyms;
        this.leases = leases;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${kanmai.sweep.first:PT1M}", fixedDelayString = "${kanmai.sweep.every:PT10M}")
    void sweep() {
        leases.hold("seen-sweep", Optional.empty(), LEASE).ifPresent(lease -> {
            sweepAll();
            leases.release(lease);
        });
    }

    private void sweepAll() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var over = store.over(today, BATCH);
        for (int batch = 1; !over.isEmpty() && batch <= BATCHES; batch++) {
            sweep(over, today);
            over = store.over(today, BATCH);
        }
    }

    private void sweep(List<Pseudonym> over, LocalDate today) {
        var lasting = pseudonyms.lasting(over);
        store.extend(lasting, today.plus(Seen.AFTER_A_MONTH));
        var ended =
                over.stream().filter(pseudonym -> !lasting.contains(pseudonym)).toList();
        store.removeOver(ended, today);
        ended.forEach(cache::remove);
    }
}
