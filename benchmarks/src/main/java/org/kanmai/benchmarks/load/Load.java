package org.kanmai.benchmarks.load;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.kanmai.benchmarks.http.Connection;

/** Sends calls to a server over some connections, one thread each. */
public record Load(int port, int connections) {
    private static final long SEED = 42;

    /** One call. */
    public interface Call {
        /** Makes the call of a number, from 0, that was due at a time of {@link System#nanoTime}; returns whether it went well. */
        boolean make(Connection connection, int number, long due);
    }

    /**
     * Calls arrive at random (Poisson) at a rate, however long earlier ones take; a latency counts from the moment at which
     * the call was due, so that a server which stalls is not spared the calls that would have come meanwhile.
     */
    public Outcome open(double perSecond, Duration time, Call call) {
        var due = arrivals(perSecond, time);
        return run(due.length, due, Duration.ofMinutes(2), call);
    }

    /** Each connection makes the next call as soon as the last was answered, until all are made or the time is over. */
    public Outcome closed(int calls, Duration time, Call call) {
        return run(calls, new long[0], time, call);
    }

    private static long[] arrivals(double perSecond, Duration time) {
        var random = new SplittableRandom(SEED);
        var due = new long[(int) (perSecond * time.toMillis() / 1000)];
        double at = 0;
        for (int i = 0; i < due.length; i++) {
            at += -Math.log(1 - random.nextDouble()) / perSecond;
            due[i] = (long) (at * 1e9);
        }
        return due;
    }

    private Outcome run(int calls, long[] due, Duration most, Call call) {
        var next = new AtomicInteger();
        var failed = new AtomicInteger();
        var latencies = new Latencies();
        long begin = System.nanoTime();
        each(() -> {
            try (var connection = new Connection(port)) {
                for (int n = next.getAndIncrement();
                        n < calls && System.nanoTime() - begin < most.toNanos();
                        n = next.getAndIncrement()) {
                    long start = due.length == 0 ? System.nanoTime() : await(begin + due[n]);
                    if (well(call, connection, n, start)) {
                        latencies.add(System.nanoTime() - start);
                    } else {
                        failed.incrementAndGet();
                    }
                }
            }
        });
        return new Outcome(latencies, failed.get(), Duration.ofNanos(System.nanoTime() - begin));
    }

    /** A call without an answer is one that failed; the others go on. */
    private static boolean well(Call call, Connection connection, int number, long due) {
        try {
            return call.make(connection, number, due);
        } catch (UncheckedIOException unanswered) {
            return false;
        }
    }

    private static long await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return due;
    }

    private void each(Runnable work) {
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(work));
            }
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the load failed", failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted under load", stopped);
        }
    }
}
