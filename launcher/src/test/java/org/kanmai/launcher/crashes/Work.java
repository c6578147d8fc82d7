package org.kanmai.launcher.crashes;

import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One kind of work that goes on until the server dies, and goes on where it stopped when the server is back. */
abstract class Work {
    private static final long PACE_NANOS = 10_000_000;

    private volatile @Nullable Thread thread;
    private volatile boolean over;
    private volatile @Nullable Throwable fault;

    /** Does it until the server is gone. */
    final void begin() {
        over = false;
        thread = Thread.ofPlatform().daemon().start(this::toil);
    }

    /** Waits until it has noticed that the server is gone, or does no more of it. */
    void end() throws InterruptedException {
        over = true;
        if (thread != null) {
            thread.join();
        }
        isWell();
    }

    /** Fails at once with what it met, rather than when it ends. */
    final void isWell() {
        if (fault != null) {
            throw new AssertionError(getClass().getSimpleName(), fault);
        }
    }

    /** Does one more piece; what was sent and not answered is sent again by the next one. */
    abstract void step();

    /** Sends again what was not answered, now that the server is back. */
    abstract void settle();

    private void toil() {
        try {
            while (!over) {
                step();
                // People take their time, and the server has other work to do as well.
                LockSupport.parkNanos(PACE_NANOS);
            }
        } catch (UncheckedIOException gone) {
            over = true;
        } catch (RuntimeException | Error failure) {
            fault = failure;
        }
    }
}
