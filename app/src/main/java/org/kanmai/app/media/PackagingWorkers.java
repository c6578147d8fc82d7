package org.kanmai.app.media;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kanmai.facts.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes jobs from the queue, some at once. A job is leased: each second its lease is renewed and its progress written, so that
 * a job whose process died is taken again, and a job that was cancelled stops.
 */
@Component
class PackagingWorkers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(PackagingWorkers.class);
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(700);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final JobStore jobs;
    private final UploadStore uploads;
    private final PackagingDesk desk;
    private final MediaSettings settings;
    private final Ids ids;
    private final Clock clock;
    private final Set<Holding> holdings = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    PackagingWorkers(
            JobStore jobs, UploadStore uploads, PackagingDesk desk, MediaSettings settings, Ids ids, Clock clock) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.desk = desk;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        running = true;
        int count = settings.workersOn(Runtime.getRuntime().availableProcessors());
        for (int worker = 0; worker < count; worker++) {
            threads.add(Thread.ofPlatform().name("packaging-" + worker).daemon().start(this::work));
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

    /** Renews what is held, and stops what is held no more. */
    @Scheduled(fixedRate = 1000)
    void renew() {
        for (var holding : holdings) {
            holding.renew();
        }
    }

    private void work() {
        while (running) {
            try {
                if (!takeOne()) {
                    pause();
                }
            } catch (InterruptedException cancelledOrStopping) {
                log.debug("media.worker.interrupted");
            } catch (RuntimeException trouble) {
                log.error("media.worker.trouble", trouble);
                pauseQuietly();
            }
        }
    }

    private boolean takeOne() throws InterruptedException {
        var now = clock.instant();
        var job = jobs.claim(ids.next(), now, now.plus(LEASE));
        if (job.isEmpty()) {
            return false;
        }
        var holding = new Holding(job.get(), Thread.currentThread());
        holdings.add(holding);
        try {
            desk.work(job.get(), percent -> holding.percent = percent);
        } catch (InterruptedException interrupted) {
            jobs.giveBack(job.get().media(), job.get().lease());
            throw interrupted;
        } finally {
            holding.letGo();
        }
        return true;
    }

    private static void pause() throws InterruptedException {
        Thread.sleep(LOOK_AGAIN);
    }

    private static void pauseQuietly() {
        try {
            pause();
        } catch (InterruptedException stopping) {
            log.debug("media.worker.interrupted");
        }
    }

    /** A job in work. */
    private final class Holding {
        private final JobStore.Job job;
        private final Thread thread;
        private volatile int percent;
        private int written;
        private boolean held = true;

        Holding(JobStore.Job job, Thread thread) {
            this.job = job;
            this.thread = thread;
        }

        synchronized void renew() {
            if (!held) {
                return;
            }
            try {
                var now = clock.instant();
                if (!jobs.keep(job.media(), job.lease(), now.plus(LEASE))) {
                    thread.interrupt();
                    return;
                }
                if (job.judged() && percent != written) {
                    written = percent;
                    uploads.progress(job.media(), Upload.State.TRANSCODING, written, now);
                }
            } catch (RuntimeException databaseAway) {
                log.warn("media.job.not-renewed media={}", job.media(), databaseAway);
            }
        }

        /** After this no interruption comes from here any more, so that none hits the next job. */
        synchronized void letGo() {
            held = false;
            holdings.remove(this);
            boolean leftOver = Thread.interrupted();
            if (leftOver && !running) {
                thread.interrupt();
            }
        }
    }
}
