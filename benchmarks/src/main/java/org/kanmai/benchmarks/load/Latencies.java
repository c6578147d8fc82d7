package org.kanmai.benchmarks.load;

import java.util.Arrays;
import java.util.Locale;

/** How long things took, in nanoseconds; any thread may add. */
public final class Latencies {
    private long[] nanos = new long[1024];
    private int count;

    /** Adds one. */
    public synchronized void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = took;
    }

    /** Returns how many there are. */
    public synchronized int count() {
        return count;
    }

    /** Returns a quantile in milliseconds, the nearest rank; NaN when there are none. */
    public synchronized double millis(double quantile) {
        if (count == 0) {
            return Double.NaN;
        }
        Arrays.sort(nanos, 0, count);
        int rank = (int) Math.ceil(quantile * count);
        return nanos[Math.max(1, rank) - 1] / 1e6;
    }

    /** Returns the quantiles that every table shows. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f, p90 %.1f, p99 %.1f, p999 %.1f ms (n = %d)",
                millis(0.5),
                millis(0.9),
                millis(0.99),
                millis(0.999),
                count());
    }
}
