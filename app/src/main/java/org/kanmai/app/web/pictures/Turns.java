package org.kanmai.app.web.pictures;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets only so many pictures be decoded at once: each takes far more memory than its file. */
public final class Turns {
    private final Semaphore free;

    /** Makes room for so many at once. */
    public Turns(int atOnce) {
        this.free = new Semaphore(atOnce, true);
    }

    /** Waits for its turn, and does it. */
    public <T> T take(Supplier<T> work) {
        free.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
