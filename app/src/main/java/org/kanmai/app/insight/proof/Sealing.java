package org.kanmai.app.insight.proof;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.kanmai.app.river.leases.Lease;
import org.kanmai.app.river.leases.Leases;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals the lake every few minutes, one process at a time, and keeps the ledger's files beside the data. */
@Component
class Sealing {
    private static final String LEASE = "ledger";
    private static final Duration AGE = Duration.ofMinutes(2);
    private static final int ROUNDS = 100;

    private final Ledger ledger;
    private final LedgerFiles files;
    private final Leases leases;
    private Optional<Lease> held = Optional.empty();

    Sealing(Ledger ledger, LedgerFiles files, Leases leases) {
        this.ledger = ledger;
        this.files = files;
        this.leases = leases;
    }

    @Scheduled(initialDelayString = "${kanmai.ledger.first:PT1M}", fixedDelayString = "${kanmai.ledger.every:PT5M}")
    void seal() throws IOException {
        held = leases.hold(LEASE, held, AGE);
        if (held.isEmpty()) {
            return;
        }
        for (int round = 0; round < ROUNDS && ledger.seal().isPresent(); round++) {
            held = leases.hold(LEASE, held, AGE);
        }
        files.catchUp();
    }
}
