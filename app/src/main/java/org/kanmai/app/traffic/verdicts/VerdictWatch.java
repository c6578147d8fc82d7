package org.kanmai.app.traffic.verdicts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.river.leases.Lease;
import org.kanmai.app.river.leases.Leases;
import org.kanmai.facts.PoolJudged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has one process at a time read verdicts, by a lease that only saves work: a verdict that is read twice is kept once. */
@Component
class VerdictWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(VerdictWatch.class);
    private static final String LEASE = "verdicts";
    private static final Duration HELD = Duration.ofSeconds(15);
    private static final Duration WAIT = Duration.ofSeconds(1);
    /** What was read since is read again after a death. */
    private static final Duration SAVED = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Intake intake;
    private final Leases leases;
    private final String bootstrap;
    private final Clock clock;
    private Instant savedAt = Instant.EPOCH;
    private volatile boolean running;
    private volatile @Nullable VerdictReader reader;
    private CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread = new Thread();

    VerdictWatch(Intake intake, Leases leases, KafkaConnectionDetails kafka, Clock clock) {
        this.intake = intake;
        this.leases = leases;
        this.clock = clock;
        this.bootstrap = String.join(",", kafka.getConsumer().getBootstrapServers());
    }

    @Override
    public void start() {
        running = true;
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("verdicts").start(this::run);
    }

    private void run() {
        while (running) {
            try (var records = new VerdictReader(bootstrap)) {
                reader = records;
                readWhileHeld(records);
            } catch (WakeupException woken) {
                return;
            } catch (RuntimeException failure) {
                log.warn("verdicts.failed, it goes on from where it was", failure);
            } finally {
                reader = null;
            }
            pause();
        }
    }

    private void readWhileHeld(VerdictReader records) {
        Optional<Lease> held = leases.hold(LEASE, Optional.empty(), HELD);
        if (held.isEmpty()) {
            return;
        }
        try {
            records.seek(intake.next());
            var unsaved = new TreeMap<Integer, Long>();
            while (running && held.isPresent()) {
                var read = records.read(WAIT);
                unsaved.putAll(read.next());
                take(read.verdicts(), unsaved);
                held = leases.hold(LEASE, held, HELD).filter(held.get()::equals);
            }
        } finally {
            held.ifPresent(leases::release);
        }
    }

    /** Most of the log tells of no verdict, so how far it was read is noted with one, and else only now and then. */
    private void take(List<PoolJudged> verdicts, Map<Integer, Long> unsaved) {
        var now = clock.instant();
        boolean due = !unsaved.isEmpty() && !now.isBefore(savedAt.plus(SAVED));
        if (!verdicts.isEmpty() || due) {
            intake.take(new VerdictReader.Read(verdicts, Map.copyOf(unsaved)));
            unsaved.clear();
            savedAt = now;
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
            thread.join(HELD);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
