package org.kanmai.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a figure was taken on; figures of different machines, or of a busy one, say little to each other. */
record Machine(int cores, double gigabytes, String kernel, String java) {

    static Machine here() {
        var memory = read("/proc/meminfo").replaceFirst("(?s)MemTotal:\\s+(\\d+).*", "$1");
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                Double.parseDouble(memory) / (1 << 20),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor.version", "") + " " + Runtime.version());
    }

    /** Returns the load average of the last minute. */
    static double load() {
        return Double.parseDouble(read("/proc/loadavg").replaceFirst("(?s) .*", ""));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d cores, %.1f GB, %s, JDK %s", cores, gigabytes, kernel, java);
    }
}
