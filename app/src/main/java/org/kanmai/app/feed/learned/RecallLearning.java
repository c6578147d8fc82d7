package org.kanmai.app.feed.learned;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.feed.log.ViewerLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads who likes what from the log, and has the channels learn anew from time to time, where something has changed. What was read
 * lies in memory alone; a process that starts reads the newest records again.
 */
@Component
class RecallLearning implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RecallLearning.class);
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** When fewer records are left than this, what was there at the start has been read. */
    private static final int CAUGHT_UP = 500;

    private final LearnedChannels channels;
    private final WorkContents contents;
    private final RecallLearningSettings settings;
    private final Clock clock;
    private final Timer took;
    private final Counter failed;
    private final String bootstrap;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable ViewerLog reading;
    private volatile boolean running;
    private Thread thread = new Thread();

    RecallLearning(
            LearnedChannels channels,
            WorkContents contents,
            RecallLearningSettings settings,
            Clock clock,
            KafkaConnectionDetails kafka,
            MeterRegistry meters) {
        this.channels = channels;
        this.contents = contents;
        this.settings = settings;
        this.clock = clock;
        this.took = meters.timer("feed.recall.learned");
        this.failed = meters.counter("feed.recall.failed");
        this.bootstrap = String.join(",", kafka.getConsumer().getBootstrapServers());
    }

    private void run() {
        while (running) {
            try (var records = new ViewerLog(bootstrap, "recall")) {
                reading = records;
                records.seekBack(settings.records());
                read(records);
            } catch (WakeupException woken) {
                return;
            } catch (Throwable failure) { // not even an error of the machine ends it: nobody would begin anew
                failed.increment();
                log.warn("recall.failed, it begins anew", failure);
            } finally {
                reading = null;
            }
            pause();
        }
    }

    private void read(ViewerLog records) {
        var lessons = new Lessons(channels, contents, settings, clock, took);
        while (running) {
            records.read(WAIT, (partition, offset, fact) -> fact.ifPresent(lessons::take));
            if (records.left() < CAUGHT_UP) {
                lessons.learnIfDue();
            }
        }
    }

    private void pause() {
        try {
            running = !stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS) && running;
        } catch (InterruptedException interrupted) {
            log.warn("recall was interrupted, it goes on");
        }
    }

    @Override
    public void start() {
        if (settings.learning()) {
            running = true;
            thread = Thread.ofPlatform().daemon().name("recall").start(this::run);
        }
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        var current = reading;
        if (current != null) {
            current.wake();
        }
        try {
            thread.join(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
