package org.kanmai.app.feed.models;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
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
 * Has one process at a time learn from the log, by a lease that only saves work: each version is put on record once, and
 * whoever goes on does so from there.
 */
@Component
class ModelLearning implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ModelLearning.class);
    private static final String LEASE = "models";
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** So long it may go on unasked; a lease lasts several times as long. */
    private static final Duration ASKED = Duration.ofSeconds(3);

    private final ModelStore store;
    private final ModelFolder folder;
    private final Publishing publishing;
    private final Leases leases;
    private final ModelSettings settings;
    private final Clock clock;
    private final String bootstrap;
    private final Counter learned;
    private volatile boolean running;
    private volatile @Nullable ViewerLog reading;
    private CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread = new Thread();

    ModelLearning(
            ModelStore store,
            ModelFolder folder,
            Publishing publishing,
            Leases leases,
            ModelSettings settings,
            Clock clock,
            KafkaConnectionDetails kafka,
            MeterRegistry meters) {
        this.store = store;
        this.folder = folder;
        this.publishing = publishing;
        this.leases = leases;
        this.settings = settings;
        this.clock = clock;
        this.bootstrap = String.join(",", kafka.getConsumer().getBootstrapServers());
        this.learned = meters.counter("feed.model.learned");
    }

    @Override
    public void start() {
        running = settings.learning();
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("models").start(this::run);
    }

    private void run() {
        while (running) {
            try {
                learnWhileHeld();
            } catch (WakeupException woken) {
                return;
            } catch (RuntimeException failure) {
                log.warn("models.failed, learning goes on from the last model on record", failure);
            }
            pause();
        }
    }

    private void learnWhileHeld() {
        Optional<Lease> lease = leases.hold(LEASE, Optional.empty(), settings.lease());
        if (lease.isEmpty()) {
            return;
        }
        try (var records = new ViewerLog(bootstrap)) {
            reading = records;
            learn(records, lease.get());
        } finally {
            reading = null;
            leases.release(lease.get());
        }
    }

    /** Ends when the lease is lost, an operator holds a model, or nothing good comes of it: then it begins again from the record. */
    private void learn(ViewerLog records, Lease lease) {
        if (store.hold().isPresent()) {
            return;
        }
        var line = Line.resume(store, folder, records, settings.every(), clock);
        long asked = System.nanoTime();
        boolean going = true;
        while (running && going) {
            records.read(WAIT, line.learner());
            learned.increment(line.learn(clock.instant(), records));
            going = line.publishIfDue(publishing, clock);
            if (System.nanoTime() - asked > ASKED.toNanos()) {
                going = going && isStillAsked(lease);
                asked = System.nanoTime();
            }
        }
    }

    private boolean isStillAsked(Lease lease) {
        return store.hold().isEmpty()
                && leases.hold(LEASE, Optional.of(lease), settings.lease())
                        .filter(lease::equals)
                        .isPresent();
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
        var log = reading;
        if (log != null) {
            log.wake();
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
