package org.kanmai.ranking.network;

import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;

/** The trainer on one thread, with as many rows as there may be. */
public final class TrainingAlone {
    private static final int KINDS = 64;
    private static final int ROUNDS = 5;
    private static final int STEPS = 150;

    private TrainingAlone() {}

    /** Returns samples a CPU-second of the process in the best and the middle of five rounds, then milliseconds of a publication. */
    public static double[] run(int rows) {
        var full = new FullSize(rows);
        var batches = IntStream.range(0, KINDS).mapToObj(kind -> full.batch()).toList();
        double[] rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = cpuNanos();
            for (int step = 0; step < STEPS; step++) {
                full.trainer.learn(batches.get(step % KINDS));
            }
            rates[round] = STEPS * FullSize.BATCH * 1e9 / (cpuNanos() - before);
        }
        java.util.Arrays.sort(rates);
        long before = System.nanoTime();
        full.trainer.publish();
        return new double[] {rates[ROUNDS - 1], rates[ROUNDS / 2], (System.nanoTime() - before) / 1e6};
    }

    private static long cpuNanos() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }
}
