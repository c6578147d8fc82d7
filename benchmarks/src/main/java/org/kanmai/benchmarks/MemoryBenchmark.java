package org.kanmai.benchmarks;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** What is resident after whatever was measured before; run last, it tells of the server after all loads. */
final class MemoryBenchmark implements Benchmark {
    /** Longer than the pause after which an idle JVM collects and gives memory back. */
    private static final Duration REST = Duration.ofSeconds(90);

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Table run(Stage stage) {
        var table = new Table("memory: what is resident after the loads before");
        var memory = new ResidentMemory(stage.kanmai());
        memory.addTo(table, "at once");
        long rested = System.nanoTime() + REST.toNanos();
        for (long left = REST.toNanos(); left > 0; left = rested - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        memory.addTo(table, "after a rest of " + REST.toSeconds() + " s");
        return table;
    }
}
