package org.kanmai.streams;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.kanmai.engines.Engines;
import org.kanmai.engines.EnginesSettings;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.Measure;

/**
 * Prints how soon a fact on the log is a feature in Redis, idle and under load, and how many facts a second go through.
 *
 * <p>Arguments: probes (1,000), load in facts a second (1,000), facts of the throughput run (200,000), parallelism (1).
 */
final class FreshnessBenchmark {
    private static final int WORKS = 3_000;

    private final TestLog log;
    private final TestRedis redis;
    private long exposure = 1_000_000;
    private long probe = 1_000_000_000L;

    private FreshnessBenchmark(TestLog log, TestRedis redis) {
        this.log = log;
        this.redis = redis;
    }

    public static void main(String... arguments) throws Exception {
        int probes = argument(arguments, 0, 1_000);
        int load = argument(arguments, 1, 1_000);
        int facts = argument(arguments, 2, 200_000);
        int parallelism = argument(arguments, 3, 1);
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-");
        try (var engines = Engines.start(EnginesSettings.embedded(data));
                var log = new TestLog(engines.addresses().kafkaBootstrap());
                var redis = new TestRedis(engines.addresses().redisUrl());
                var streams = Streams.start(new StreamsSettings(
                        engines.addresses().kafkaBootstrap(),
                        engines.addresses().redisUrl(),
                        data.resolve("checkpoints"),
                        parallelism))) {
            var benchmark = new FreshnessBenchmark(log, redis);
            benchmark.probe("warm-up", 300);
            benchmark.probe("idle", probes);
            benchmark.underLoad(probes, load);
            for (int run = 1; run <= 3; run++) {
                benchmark.throughput(facts);
            }
            System.out.printf("running=%s lag=%s%n", streams.isRunning(), streams.lag());
        }
        System.exit(0);
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    private void underLoad(int probes, int load) throws InterruptedException {
        var stop = new AtomicBoolean();
        var thread = Thread.ofPlatform().start(() -> load(load, stop));
        probe("at " + load + " facts/s", probes);
        stop.set(true);
        thread.join();
    }

    private void load(int load, AtomicBoolean stop) {
        long begin = System.nanoTime();
        for (long i = 0; !stop.get(); i++) {
            long due = begin + i * 1_000_000_000L / load;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            tell(i);
        }
        exposure++;
    }

    private void probe(String name, int count) {
        var micros = new long[count];
        for (int i = 0; i < count; i++) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2_000_000, 8_000_000));
            micros[i] = probeOnce();
        }
        Arrays.sort(micros);
        System.out.printf(
                "log to Redis, %s: n=%d p50=%.1f ms p90=%.1f ms p99=%.1f ms max=%.1f ms%n",
                name,
                count,
                micros[count / 2] / 1e3,
                micros[count * 9 / 10] / 1e3,
                micros[count * 99 / 100] / 1e3,
                micros[count - 1] / 1e3);
    }

    private long probeOnce() {
        var work = new WorkId(probe++);
        long begin = System.nanoTime();
        log.tell(Cast.exposed(probe, new Pseudonym(probe), work));
        while (redis.counters(work).rated().of(Measure.EXPOSED) == 0) {
            LockSupport.parkNanos(100_000);
        }
        return (System.nanoTime() - begin) / 1_000;
    }

    private void throughput(int facts) {
        long before = exposed();
        long begin = System.nanoTime();
        for (long i = 0; i < facts; i++) {
            tell(i);
        }
        log.flush();
        double told = (System.nanoTime() - begin) / 1e9;
        while (exposed() < before + facts / 2) {
            LockSupport.parkNanos(20_000_000);
        }
        double seen = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "throughput: %d facts told in %.1f s, all in Redis after %.1f s: %.0f facts/s%n",
                facts, told, seen, facts / seen);
    }

    /** Every second fact is a watch of the exposure before it. */
    private synchronized void tell(long i) {
        var work = new WorkId(1 + exposure % WORKS);
        var viewer = new Pseudonym(1 + exposure % 5_000);
        if (i % 2 == 0) {
            log.tell(Cast.exposed(exposure, viewer, work));
        } else {
            log.tell(Cast.watched(exposure, 1, 4_000, viewer, work));
            exposure++;
        }
    }

    private long exposed() {
        return redis.sum(Measure.EXPOSED, WORKS);
    }
}
