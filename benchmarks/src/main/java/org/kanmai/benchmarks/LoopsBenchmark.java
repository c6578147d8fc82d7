package org.kanmai.benchmarks;

import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Small pieces of the hot paths in loops on one thread, each beside the least that it could cost in the same run. */
final class LoopsBenchmark implements Benchmark {
    private static final int WARMING = 2;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "loops";
    }

    @Override
    public Table run(Stage stage) {
        Stage.say("a minute of loops");
        var table = new Table("loops: one thread, operations in a second");
        var rates = rates();
        beside(table, rates, "check of an item token", "TokenLoops.check", "HMAC alone", "TokenLoops.hmacAlone");
        beside(table, rates, "write of a fact", "FactCodecLoops.write", "Jackson's tree", "FactCodecLoops.writeTree");
        beside(table, rates, "read of a fact", "FactCodecLoops.read", "Jackson's tree", "FactCodecLoops.readTree");
        beside(table, rates, "draw of 6 from 500", "RankingLoops.draw", "one sort", "RankingLoops.sortAlone");
        table.note("scoring of 500 candidates", Table.number(rate(rates, "RankingLoops.score")) + " /s");
        return table;
    }

    private static Map<String, Double> rates() {
        var options = new OptionsBuilder()
                .include("Loops\\.")
                .forks(1)
                .warmupIterations(WARMING)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(ROUNDS)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders")
                .build();
        try {
            return new Runner(options)
                    .run().stream()
                            .collect(Collectors.toMap(
                                    LoopsBenchmark::loop,
                                    each -> each.getPrimaryResult().getScore()));
        } catch (RunnerException failure) {
            throw new IllegalStateException("the loops failed", failure);
        }
    }

    /** The class and the method. */
    private static String loop(RunResult result) {
        var name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
    }

    private static void beside(
            Table table, Map<String, Double> rates, String what, String loop, String least, String baseline) {
        double rate = rate(rates, loop);
        double most = rate(rates, baseline);
        table.note(
                what,
                "%s /s; %s %s /s; ratio %s"
                        .formatted(Table.number(rate), least, Table.number(most), Table.number(rate / most)));
    }

    private static double rate(Map<String, Double> rates, String loop) {
        return rates.getOrDefault(loop, Double.NaN);
    }
}
