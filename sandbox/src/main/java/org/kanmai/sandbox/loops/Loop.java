package org.kanmai.sandbox.loops;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one step again and again on a thread of its own: at once while there is more to do, else after a pause or when woken. */
public final class Loop implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Loop.class);
    private static final Duration ENDING = Duration.ofSeconds(25);

    private final String name;
    private final Duration pause;
    private final BooleanSupplier step;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private volatile boolean running = true;
    private boolean failing;

    /** Prepares a loop whose step returns whether there is more to do at once. */
    public Loop(String name, Duration pause, BooleanSupplier step) {
        this.name = name;
        this.pause = pause;
        this.step = step;
        this.thread = Thread.ofVirtual().name("sandbox-" + name).unstarted(this::run);
    }

    /** Starts it. */
    public void start() {
        thread.start();
    }

    /** Says that there may be something to do. */
    public void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Lets the running step end. Never by an interrupt, which would break its connection to the database. */
    @Override
    public void close() {
        running = false;
        wake();
        try {
            thread.join(ENDING);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (running) {
                if (!more()) {
                    news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                    news.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    /** Tells of a failure once, not at every turn while the database is away. */
    private boolean more() {
        try {
            boolean more = step.getAsBoolean();
            failing = false;
            return more;
        } catch (RuntimeException failure) {
            if (!failing && running) {
                log.warn("sandbox.loop name={} failed, it tries again", name, failure);
            }
            failing = true;
            return false;
        }
    }
}
