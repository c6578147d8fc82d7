package org.kanmai.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A process and all below it, as Linux tells of them in {@code /proc}. */
public record ProcessTree(ProcessHandle root) {
    private static final double TICKS = 100;
    private static final int CHILDREN_USER = 15;
    private static final int CHILDREN_SYSTEM = 16;

    /**
     * Memory in megabytes.
     *
     * @param resident the sum of all processes, in which pages that several share count for each of them
     * @param proportional the sum in which a shared page counts once
     */
    public record Memory(double resident, double proportional, double jvm) {}

    /** Returns what is resident now. */
    public Memory memory() {
        var all = all().toList();
        return new Memory(sum(all, "Rss:"), sum(all, "Pss:"), sum(List.of(root), "Rss:"));
    }

    private Stream<ProcessHandle> all() {
        return Stream.concat(Stream.of(root), root.descendants());
    }

    private static double sum(List<ProcessHandle> processes, String name) {
        return processes.stream()
                .mapToDouble(process -> megabytes(process, name))
                .sum();
    }

    private static double megabytes(ProcessHandle process, String name) {
        try (var lines = Files.lines(file(process, "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToDouble(line -> Double.parseDouble(line.split("\\s+", -1)[1]) / 1024)
                    .sum();
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }

    /** Returns the CPU time that all processes that live now have taken. */
    public Duration cpu() {
        return all().map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns the CPU time of all children that have ended, and of theirs. */
    public Duration endedChildren() {
        try {
            var stat = Files.readString(file(root, "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = Long.parseLong(fields[CHILDREN_USER - 2]) + Long.parseLong(fields[CHILDREN_SYSTEM - 2]);
            return Duration.ofMillis((long) (1000 * ticks / TICKS));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Path file(ProcessHandle process, String name) {
        return Path.of("/proc", Long.toString(process.pid()), name);
    }
}
