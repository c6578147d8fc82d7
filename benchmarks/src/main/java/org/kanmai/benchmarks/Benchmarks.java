package org.kanmai.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the benchmarks that are named, or all in their order, against a Kanmai that it starts from the built tree. */
public final class Benchmarks {
    private static final List<Benchmark> ALL = List.of(
            new LoopsBenchmark(),
            new RankBenchmark(),
            new TrainBenchmark(),
            new LakeBenchmark(),
            new LedgerBenchmark(),
            new StartBenchmark(),
            new MediaBenchmark(),
            new FactsBenchmark(),
            new LessonBenchmark(),
            new ReviewBenchmark(),
            new FeedBenchmark(),
            new MemoryBenchmark(),
            new OrdersBenchmark(),
            new RushBenchmark(),
            new RoomRushBenchmark(),
            new SearchBenchmark(),
            new TalkBenchmark(),
            new BoardBenchmark(),
            new LiveBenchmark());

    private Benchmarks() {}

    /** Takes the folder of the checkout, then names. */
    public static void main(String[] arguments) {
        var names = List.of(arguments).subList(1, arguments.length);
        var chosen = chosen(names);
        var machine = Machine.here();
        var tables = new ArrayList<Table>();
        var checkout = Path.of(arguments[0]).toAbsolutePath();
        try (var stage = new Stage(checkout)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close));
            for (var benchmark : chosen) {
                System.out.println(benchmark.name());
                var table = benchmark.run(stage);
                table.print(System.out, machine);
                tables.add(table);
                keep(tables, machine, checkout.resolve("benchmarks/target/results.md"));
            }
        }
        System.exit(0);
    }

    /** Keeps what there is so far as a page, so that a later failure loses nothing. */
    private static void keep(List<Table> tables, Machine machine, Path page) {
        try (var out = new PrintStream(Files.newOutputStream(page), false, StandardCharsets.UTF_8)) {
            tables.forEach(table -> table.print(out, machine));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static List<Benchmark> chosen(List<String> names) {
        if (!names.isEmpty() && names.getFirst().equals(SequencesBenchmark.NAME)) {
            return List.of(new SequencesBenchmark(files(names.subList(1, names.size()))));
        }
        var known = ALL.stream().map(Benchmark::name).toList();
        for (var name : names) {
            if (!known.contains(name)) {
                System.err.println("There is no benchmark " + name + "; there are " + String.join(", ", known) + ".");
                System.exit(1);
            }
        }
        return ALL.stream()
                .filter(each -> names.isEmpty() || names.contains(each.name()))
                .toList();
    }

    /** Files are named as seen from where the command was called; without one there is nothing to measure. */
    private static List<Path> files(List<String> names) {
        if (names.isEmpty()) {
            System.err.println(
                    "The benchmark sequences needs files of \"user item\" lines; see docs/ranking-sequences.md.");
            System.exit(1);
        }
        var from = Path.of(System.getProperty("called.in", ""));
        return names.stream().map(from::resolve).toList();
    }
}
