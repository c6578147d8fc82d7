package org.kanmai.benchmarks;

import ai.onnxruntime.OrtException;
import org.kanmai.ranking.network.RankingBesideOnnx;

/** 300 candidates by the ranker's network, beside ONNX Runtime with the same weights, on one thread. */
final class RankBenchmark implements Benchmark {
    private static final double MOST_OF_ONNX = 0.75;
    private static final double MOST_DIFFERENCE = 1e-4;

    @Override
    public String name() {
        return "rank";
    }

    @Override
    public Table run(Stage stage) {
        Stage.say("ranking 300 candidates, in turn with ONNX Runtime");
        var table =
                new Table("rank: 300 candidates, 40 fields of 16 numbers, 50 items of history, 5 tasks, one thread");
        try (var race = new RankingBesideOnnx()) {
            double[] seen = race.run();
            table.note("CPU of a request, p50 and p99", millis(seen[0], seen[1]));
            table.note("ONNX Runtime, p50 and p99", millis(seen[2], seen[3]));
            table.note("its run alone, nothing looked up, p50", Table.number(seen[4]) + " ms");
            table.atMost("CPU of a request / ONNX Runtime's", MOST_OF_ONNX, seen[0] / seen[2]);
            table.note("CPU of a request / ONNX Runtime's run alone", Table.number(seen[0] / seen[4]));
            table.below("largest difference of two probabilities, in 0.0001", 1, "", seen[5] / MOST_DIFFERENCE);
        } catch (OrtException failure) {
            throw new IllegalStateException("ONNX Runtime can't be asked", failure);
        }
        return table;
    }

    private static String millis(double middle, double late) {
        return Table.number(middle) + " and " + Table.number(late) + " ms";
    }
}
