package org.kanmai.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.load.Latencies;
import org.kanmai.benchmarks.server.HotState;
import org.kanmai.benchmarks.world.Visitor;
import org.kanmai.ranking.RecentWatches;

/**
 * Sends marked batches of 20 facts, each of a visitor who did nothing before, and looks into Redis until the visitor's
 * watches hold all of it: four works that ran to their end, whose last report is only there when the four before it are.
 */
record Freshness(HotState hot, Duration most, Latencies latencies) {
    /** Works of a marked batch. */
    static final int WORKS = 4;

    private static final int WHOLE = 100;
    private static final long LOOK_NANOS = 500_000;

    /** Sends a batch that was due at a time, notes when all of it was in the features, and returns whether that was in time. */
    boolean seen(Connection connection, Visitor visitor, long due) {
        long deadline = System.nanoTime() + most.toNanos();
        var batch = visitor.watched(0, WORKS);
        var answer = Thread.ofVirtual().start(() -> connection.send(batch));
        boolean seen = there(visitor) == WORKS;
        while (!seen && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_NANOS);
            seen = there(visitor) == WORKS;
        }
        if (seen) {
            latencies.add(System.nanoTime() - due);
        }
        await(answer);
        return seen;
    }

    private long there(Visitor visitor) {
        var entries = hot.get(RecentWatches.key(visitor.pseudonym()))
                .map(RecentWatches::parse)
                .map(RecentWatches::entries)
                .orElse(List.of());
        return entries.stream().filter(entry -> entry.percent() >= WHOLE).count();
    }

    private static void await(Thread answer) {
        try {
            answer.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
