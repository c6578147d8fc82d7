package org.kanmai.benchmarks.server;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** So many threads that all do the same. */
public record AtOnce(int threads) {
    /** Runs something on each and waits for all; returns how many seconds that took. */
    public double run(Runnable work) {
        long begin = System.nanoTime();
        try (var all =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            var running = new ArrayList<Future<?>>();
            for (int number = 0; number < threads; number++) {
                running.add(all.submit(work));
            }
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
