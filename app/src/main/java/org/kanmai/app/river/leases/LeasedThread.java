package org.kanmai.app.river.leases;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that reads the log while this process holds a lease, and begins anew after what went wrong.
 *
 * <p>The lease only saves work: two processes may read the same for a moment, and what they do with it must bear that.
 */
public final class LeasedThread {
    private static final Logger log = LoggerFactory.getLogger(LeasedThread.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final String name;
    private final Duration heldFor;
    private final Leases leases;
    private final Supplier<Reading> readings;
    private final Duration pause;
    private volatile boolean running;
    private volatile @Nullable Reading current;
    private CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread = new Thread();

    /** Makes a thread that is not started; its name is that of its lease. */
    public LeasedThread(String name, Duration heldFor, Leases leases, Supplier<Reading> readings) {
        this(name, heldFor, leases, readings, PAUSE);
    }

    LeasedThread(String name, Duration heldFor, Leases leases, Supplier<Reading> readings, Duration pause) {
        this.name = name;
        this.heldFor = heldFor;
        this.leases = leases;
        this.readings = readings;
        this.pause = pause;
    }

    /** What it does, from its beginning until something goes wrong, the lease is another's, or all stops. */
    public interface Reading extends AutoCloseable {
        /** Goes to where it is to read on; called once the lease is held. */
        void begin();

        /** Reads what comes within a moment, and does what is to be done with it. */
        void step() throws Exception;

        /** Makes a step of another thread end at once, by a {@link WakeupException}. */
        void wake();

        @Override
        void close();
    }

    /** Starts it. */
    public void start() {
        running = true;
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    private void run() {
        while (running) {
            try (var reading = readings.get()) {
                current = reading;
                readWhileHeld(reading);
            } catch (WakeupException woken) {
                return;
            } catch (Throwable failure) { // not even an error of the machine ends it: nobody would begin anew
                log.warn("{}.failed, it goes on from what is kept", name, failure);
            } finally {
                current = null;
            }
            pause();
        }
    }

    /** A lease that was lost and taken anew may have had another holder in between, who has moved on. */
    private void readWhileHeld(Reading reading) throws Exception {
        Optional<Lease> held = leases.hold(name, Optional.empty(), heldFor);
        if (held.isEmpty()) {
            return;
        }
        try {
            reading.begin();
            while (running && held.isPresent()) {
                reading.step();
                held = leases.hold(name, held, heldFor).filter(held.get()::equals);
            }
        } finally {
            Thread.interrupted(); // the lease is given back even by who was interrupted
            held.ifPresent(leases::release);
        }
    }

    /** An interruption that did not come from {@link #stop} is one more thing that went wrong. */
    private void pause() {
        try {
            running = !stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS) && running;
        } catch (InterruptedException interrupted) {
            log.warn("{} was interrupted, it goes on", name);
        }
    }

    /** Stops it, and waits for its step to end. */
    public void stop() {
        running = false;
        stopped.countDown();
        var reading = current;
        if (reading != null) {
            reading.wake();
        }
        try {
            thread.join(heldFor);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether it was started and not stopped. */
    public boolean isRunning() {
        return running;
    }
}
