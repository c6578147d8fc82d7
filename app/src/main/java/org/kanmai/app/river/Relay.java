package org.kanmai.app.river;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.kanmai.app.river.leases.Lease;
import org.kanmai.app.river.leases.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings the outbox to the log, in order, at least once; one process at a time does it, by a lease.
 *
 * <p>A crash between the log's acknowledgement and the removal repeats facts; whoever reads them drops a repeated identity.
 */
@Component
class Relay implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    /** A lease is renewed so often in its time; what is removed is fenced by its token. */
    private static final int RENEWALS = 4;

    private final OutboxStore outbox;
    private final Leases leases;
    private final FactLog facts;
    private final RiverSettings settings;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = new Thread();

    Relay(OutboxStore outbox, Leases leases, FactLog facts, RiverSettings settings) {
        this.outbox = outbox;
        this.leases = leases;
        this.facts = facts;
        this.settings = settings;
    }

    /** Says that there is something new to bring. */
    void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("relay").start(this::run);
    }

    private void run() {
        Optional<Lease> held = Optional.empty();
        long renewed = 0;
        while (running) {
            try {
                if (held.isEmpty()
                        || System.nanoTime() - renewed > settings.lease().toNanos() / RENEWALS) {
                    renewed = System.nanoTime();
                    held = leases.hold("relay", held, settings.lease());
                }
                boolean more = held.isPresent() && bring(held.get()) == settings.relayBatch();
                if (!more) {
                    awaitNews();
                }
            } catch (InterruptedException stopped) {
                running = false;
            } catch (RuntimeException failure) {
                log.warn("relay failed, it tries again", failure);
                pause();
            }
        }
        held.ifPresent(leases::release);
    }

    /** Those who tell at nearly the same time are brought together: a round costs the same for one fact and for many. */
    private void awaitNews() throws InterruptedException {
        if (news.tryAcquire(settings.relayPause().toMillis(), TimeUnit.MILLISECONDS)) {
            TimeUnit.MILLISECONDS.sleep(settings.relayGather().toMillis());
        }
        news.drainPermits();
    }

    private int bring(Lease lease) {
        var rows = outbox.oldest(settings.relayBatch());
        if (!rows.isEmpty()) {
            facts.append(rows.stream().map(OutboxStore.Row::record).toList());
            outbox.remove(positions(rows), lease.token());
        }
        return rows.size();
    }

    private static List<Long> positions(List<OutboxStore.Row> rows) {
        var positions = new ArrayList<Long>(rows.size());
        rows.forEach(row -> positions.add(row.position()));
        return positions;
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(settings.relayPause().toMillis());
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        wake();
        try {
            thread.join(settings.lease());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
