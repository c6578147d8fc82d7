package org.kanmai.app.content.understanding;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works through the queue in the background. After each work a worker rests as long as the work took, so that many works at
 * once take half a core and not the machine.
 */
@Component
class UnderstandingWorkers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(UnderstandingWorkers.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);
    private static final int OUTDATED_AT_ONCE = 10_000;

    private final UnderstandingDesk desk;
    private final UnderstandingJobStore jobs;
    private final UnderstandingSettings settings;
    private final Clock clock;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    UnderstandingWorkers(
            UnderstandingDesk desk, UnderstandingJobStore jobs, UnderstandingSettings settings, Clock clock) {
        this.desk = desk;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int worker = 0; worker < settings.workers(); worker++) {
            threads.add(
                    Thread.ofPlatform().name("understanding-" + worker).daemon().start(this::work));
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(STOP_PATIENCE);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        try {
            retakeOutdated();
            while (running) {
                long begun = System.nanoTime();
                boolean worked = workOnce();
                Thread.sleep(worked ? Duration.ofNanos(System.nanoTime() - begun) : LOOK_AGAIN);
            }
        } catch (InterruptedException stopping) {
            log.debug("content.understanding.stopped");
        }
    }

    private boolean workOnce() {
        try {
            return desk.workOnce();
        } catch (RuntimeException databaseAway) {
            log.error("content.understanding.trouble", databaseAway);
            return false;
        }
    }

    /** What an older build read, or this one without its model, is read again. */
    private void retakeOutdated() {
        try {
            int taken = jobs.addOutdated(Reader.recipe(), clock.instant(), OUTDATED_AT_ONCE);
            log.debug("content.understanding.outdated works={}", taken);
        } catch (RuntimeException databaseAway) {
            log.warn("content.understanding.outdated-not-taken", databaseAway);
        }
    }
}
