package org.kanmai.app.feed.models;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.feed.log.ViewerLog;
import org.kanmai.app.river.leases.LeasedThread;
import org.kanmai.app.river.leases.Leases;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has one process at a time learn from the log: each version is put on record once, and whoever goes on does so from there. */
@Component
class ModelLearning implements SmartLifecycle {
    private static final Duration WAIT = Duration.ofMillis(500);
    /** So long it goes on without asking for its lease and for holds; a lease lasts several times as long. */
    private static final Duration STEP = Duration.ofSeconds(3);

    private static final Duration[] BOUNDS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        Duration.ofMinutes(5),
        Duration.ofHours(1)
    };

    private final ModelStore store;
    private final ModelFolder folder;
    private final Publishing publishing;
    private final ModelSettings settings;
    private final Clock clock;
    private final Counter learned;
    private final Counter refused;
    private final Counter failed;
    private final Timer delays;
    private final LeasedThread thread;

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
        this.settings = settings;
        this.clock = clock;
        this.learned = meters.counter("feed.model.learned");
        this.refused = meters.counter("feed.batches.refused");
        this.failed = meters.counter("feed.learning.failed");
        this.delays = Timer.builder("feed.fact.learned")
                .description("from the newest fact of an exposure to the step of training that used it")
                .serviceLevelObjectives(BOUNDS)
                .register(meters);
        var bootstrap = String.join(",", kafka.getConsumer().getBootstrapServers());
        this.thread = new LeasedThread(
                "models", settings.lease(), leases, () -> new Learning(new ViewerLog(bootstrap, "models")));
    }

    /** From the taking of the lease to its end; what is learned and not on record then is learned again. */
    private final class Learning implements LeasedThread.Reading {
        private final ViewerLog records;
        private @Nullable Line line;

        Learning(ViewerLog records) {
            this.records = records;
        }

        @Override
        public void begin() {
            line = null;
        }

        /** Whatever goes wrong ends this reading; the next begins from the record, and the model that ranks is not touched. */
        @Override
        public void step() {
            try {
                goOn();
            } catch (RuntimeException | Error failure) {
                if (!(failure instanceof WakeupException)) {
                    failed.increment();
                }
                throw failure;
            }
        }

        /** While an operator holds a model nothing is learned, and then it begins from the record. */
        private void goOn() {
            if (store.hold().isPresent()) {
                line = null;
                records.rest(STEP);
                return;
            }
            if (line == null) {
                line = Line.resume(store, folder, records, settings.every(), clock);
            }
            learn(line);
        }

        private void learn(Line going) {
            long end = System.nanoTime() + STEP.toNanos();
            do {
                records.read(WAIT, going.learner()::take);
                long before = going.learner().refused();
                learned.increment(
                        going.learn(clock.instant(), records, millis -> delays.record(Duration.ofMillis(millis))));
                refused.increment((double) going.learner().refused() - before);
                if (!going.publishIfDue(publishing, clock)) {
                    store.dropUnpassed();
                    line = null;
                    return;
                }
            } while (System.nanoTime() < end);
        }

        @Override
        public void wake() {
            records.wake();
        }

        @Override
        public void close() {
            records.close();
        }
    }

    @Override
    public void start() {
        if (settings.learning()) {
            thread.start();
        }
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
