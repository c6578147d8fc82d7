package org.kanmai.simulator.crowd;

/** How long requests took, in classes that are 2 % wide. */
final class Latencies {
    private static final double WIDTH = Math.log(1.02);
    private static final double NANOS_PER_MICRO = 1_000;
    private static final int CLASSES = 1_024;

    private final long[] counts = new long[CLASSES];
    private long all;

    synchronized void add(long nanos) {
        double micros = Math.max(1, nanos / NANOS_PER_MICRO);
        counts[Math.min(CLASSES - 1, (int) (Math.log(micros) / WIDTH))]++;
        all++;
    }

    synchronized long count() {
        return all;
    }

    /** Returns the milliseconds that such a share of the requests did not exceed; 0 when there was none. */
    synchronized double millis(double share) {
        long rank = (long) Math.ceil(share * all);
        long passed = 0;
        for (int place = 0; place < CLASSES && rank > 0; place++) {
            passed += counts[place];
            if (passed >= rank) {
                return Math.exp((place + 1) * WIDTH) / 1_000;
            }
        }
        return 0;
    }
}
