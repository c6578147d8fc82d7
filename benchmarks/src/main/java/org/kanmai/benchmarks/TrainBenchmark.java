package org.kanmai.benchmarks;

import org.kanmai.ranking.network.TrainingAlone;

/** The ranker's trainer with a million rows, mini-batches of 256, all ids at random. */
final class TrainBenchmark implements Benchmark {
    private static final int ROWS = 1_000_000;
    private static final double LEAST_RATE = 20_000;

    @Override
    public String name() {
        return "train";
    }

    @Override
    public Table run(Stage stage) {
        Stage.say("training with a million rows");
        var table = new Table("train: the same network, a million rows, mini-batches of 256, one thread");
        double[] seen = TrainingAlone.run(ROWS);
        table.above("samples a CPU-second, the median of 5 rounds", LEAST_RATE, "/s", seen[1]);
        table.note("the best of them", Table.number(seen[0]) + " /s");
        table.note("a publication (a copy of all)", Table.number(seen[2]) + " ms");
        return table;
    }
}
