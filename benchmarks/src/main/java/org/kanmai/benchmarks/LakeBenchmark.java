package org.kanmai.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.kanmai.app.insight.funnel.Breakdown;
import org.kanmai.app.insight.funnel.FunnelOfMany;
import org.kanmai.app.insight.lake.ManyFacts;

/** Questions to a lake of ten million facts, in this process: DuckDB with two threads and 512 MB, as in the product. */
final class LakeBenchmark implements Benchmark {
    private static final long FACTS = Long.getLong("facts", 10_000_000);
    private static final int TIMES = 5;
    private static final LocalDate LAST = LocalDate.of(2026, 11, 1);

    @Override
    public String name() {
        return "lake";
    }

    @Override
    public Table run(Stage stage) {
        Stage.say("making " + FACTS + " facts of 28 days");
        var table = new Table("lake: the operator's funnel over " + Table.number((double) FACTS) + " facts of 28 days");
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(stage.folder()), "lake-");
            try (var facts = new ManyFacts(folder, LAST, FACTS)) {
                table.note(
                        "facts and their files",
                        "%s; %s MB".formatted(Table.number((double) facts.count()), Table.number(facts.bytes() / 1e6)));
                for (var by : List.of(Breakdown.DAY, Breakdown.SOURCE, Breakdown.WORK)) {
                    ask(table, facts, by);
                }
            }
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("the lake can't be made", failure);
        }
        return table;
    }

    private static void ask(Table table, ManyFacts facts, Breakdown by) {
        Stage.say("by " + by.code());
        var lake = facts.lake();
        var millis = LongStream.range(0, TIMES)
                .map(time -> {
                    long started = System.nanoTime();
                    FunnelOfMany.ask(lake, LAST, by);
                    return (System.nanoTime() - started) / 1_000_000;
                })
                .sorted()
                .toArray();
        table.note(
                "by " + by.code() + ", the fastest, the median and the slowest of " + TIMES,
                "%,d, %,d, %,d ms".formatted(millis[0], millis[TIMES / 2], millis[TIMES - 1]));
    }
}
