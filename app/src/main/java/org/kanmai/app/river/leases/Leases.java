package org.kanmai.app.river.leases;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives out leases, kept in PostgreSQL and timed by its clock. */
@Component
public class Leases {
    private final LeaseStore store;
    private final String holder = UUID.randomUUID().toString();

    Leases(LeaseStore store) {
        this.store = store;
    }

    /** Renews a lease that is held, or takes it when it is free; empty while another process holds it. */
    public Optional<Lease> hold(String name, Optional<Lease> held, Duration age) {
        if (held.isPresent() && store.renew(held.get(), holder, age)) {
            return held;
        }
        return store.take(name, holder, age);
    }

    /** Gives a lease back, so that another process need not wait for its end. */
    public void release(Lease lease) {
        store.release(lease, holder);
    }
}
