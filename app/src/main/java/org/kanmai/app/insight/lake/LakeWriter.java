package org.kanmai.app.insight.lake;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.river.leases.Lease;
import org.kanmai.app.river.leases.Leases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings the log into the lake; one process at a time does it, by a lease that only saves work.
 *
 * <p>Where to go on is asked of the manifest whenever something may have gone wrong, so a crash at any point repeats work
 * and never a record.
 */
@Component
class LakeWriter implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LakeWriter.class);
    private static final String LEASE = "lake";
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final RawFiles files;
    private final Manifest manifest;
    private final ManifestStore store;
    private final Folding folding;
    private final Leases leases;
    private final LakeSettings settings;
    private final String bootstrap;
    private volatile boolean running;
    private volatile @Nullable LogReader reader;
    private CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread = new Thread();

    LakeWriter(
            RawFiles files,
            Manifest manifest,
            ManifestStore store,
            Folding folding,
            Leases leases,
            LakeSettings settings,
            KafkaConnectionDetails kafka) {
        this.files = files;
        this.manifest = manifest;
        this.store = store;
        this.folding = folding;
        this.leases = leases;
        this.settings = settings;
        this.bootstrap = String.join(",", kafka.getConsumer().getBootstrapServers());
    }

    @Override
    public void start() {
        running = true;
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("lake").start(this::run);
    }

    private void run() {
        while (running) {
            try (var records = new LogReader(bootstrap)) {
                reader = records;
                writeWhileHeld(records);
            } catch (WakeupException woken) {
                return;
            } catch (RuntimeException | SQLException failure) {
                log.warn("lake.failed, it goes on from the manifest", failure);
            } finally {
                reader = null;
            }
            pause();
        }
    }

    private void writeWhileHeld(LogReader records) throws SQLException {
        Optional<Lease> held = leases.hold(LEASE, Optional.empty(), settings.lease());
        if (held.isEmpty()) {
            return;
        }
        try {
            records.seek(store.ends());
            while (running && held.isPresent()) {
                write(records.read(settings.batch(), settings.window()));
                folding.foldIfDue();
                held = same(held.get(), leases.hold(LEASE, held, settings.lease()));
            }
        } finally {
            held.ifPresent(leases::release);
        }
    }

    /** A lease that was lost and taken anew may have had another holder in between, who has moved on. */
    private static Optional<Lease> same(Lease before, Optional<Lease> now) {
        return now.filter(before::equals);
    }

    void write(Batch batch) throws SQLException {
        if (batch.size() > 0) {
            manifest.add(files.write(batch), batch.segments());
        }
    }

    private void pause() {
        try {
            running = !stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS) && running;
        } catch (InterruptedException interrupted) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        var reading = reader;
        if (reading != null) {
            reading.wake();
        }
        try {
            thread.join(settings.lease());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
