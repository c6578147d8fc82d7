package org.kanmai.benchmarks;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.kanmai.benchmarks.http.Caller;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.world.Reports;

/** Tells the server, two seconds after each page, that its works were exposed and watched for a while. */
final class Returns implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int MOST_WAITING = 5_000;
    private static final long AFTER_NANOS = Duration.ofSeconds(2).toNanos();

    private final int port;
    private final BlockingQueue<Return> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicInteger batches = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger leftOut = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();

    Returns(int port) {
        this.port = port;
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().daemon().name("returns-" + i).start(this::send));
        }
    }

    private record Return(Caller caller, List<String> tokens, long due) {}

    void add(Caller caller, List<String> tokens) {
        if (!waiting.offer(new Return(caller, tokens, System.nanoTime() + AFTER_NANOS))) {
            leftOut.incrementAndGet();
        }
    }

    private void send() {
        try (var connection = new Connection(port)) {
            while (true) {
                var next = waiting.take();
                while (System.nanoTime() < next.due() && !Thread.currentThread().isInterrupted()) {
                    LockSupport.parkNanos(next.due() - System.nanoTime());
                }
                (taken(connection, next) ? batches : refused).incrementAndGet();
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean taken(Connection connection, Return next) {
        try {
            var reply = connection.send(next.caller().facts(Reports.watchedBriefly(next.tokens())));
            return reply.text().endsWith("\"refused\":[]}");
        } catch (UncheckedIOException unanswered) {
            return false;
        }
    }

    /** Returns what became of the batches, one for each page. */
    String told() {
        return "%,d batches taken, %,d refused in part or whole, %,d left out"
                .formatted(batches.get(), refused.get(), leftOut.get());
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
