package org.kanmai.simulator.crowd;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when somebody lets it. */
final class FakeTime implements Time {
    private final AtomicLong nanos = new AtomicLong();
    private final List<Long> passed = new CopyOnWriteArrayList<>();

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void pass(long millis) {
        passed.add(millis);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** Returns what was waited for, in milliseconds, in order. */
    List<Long> passed() {
        return List.copyOf(passed);
    }
}
