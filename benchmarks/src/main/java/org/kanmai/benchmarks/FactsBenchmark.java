package org.kanmai.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.load.Latencies;
import org.kanmai.benchmarks.load.Load;
import org.kanmai.benchmarks.load.Outcome;
import org.kanmai.benchmarks.server.HotState;
import org.kanmai.benchmarks.server.ProcessTree;
import org.kanmai.benchmarks.world.Visitor;

/** Facts over HTTP in batches of 20, each with its token: how many a second, and how soon they are features. */
final class FactsBenchmark implements Benchmark {
    private static final int BATCH = 20;
    private static final int BATCHES = Visitor.PAGE / Freshness.WORKS;
    private static final int WORKS = 3_000;
    private static final double SATURATION_BAR = 20_000;
    private static final double MEDIAN_BAR = 20;
    private static final double WORST_BAR = 1_000;
    private static final int STEADY = 2_000;
    private static final int PROBES_PER_SECOND = 10;
    private static final Duration STEADILY = Duration.ofSeconds(20);
    private static final Duration SATURATED = Duration.ofSeconds(15);
    private static final Duration PROBE = Duration.ofSeconds(5);
    private static final Duration CATCHING_UP = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 128;
    private static final int PROBING = 32;
    private static final int WARMING = 300;
    private static final int SATURATING = Integer.getInteger("saturating", 3_000);

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public Table run(Stage stage) {
        stage.town().publish(WORKS);
        int probes = (int) (PROBES_PER_SECOND * STEADILY.toSeconds());
        int steady = (int) (STEADY * STEADILY.toSeconds() / BATCH / BATCHES);
        Stage.say("visitors come, consent, and get a page of " + Visitor.PAGE);
        var warming = stage.audience().fresh(WARMING);
        var marked = stage.audience().fresh(probes);
        var steadily = stage.audience().fresh(steady);
        var saturating = stage.audience().fresh(SATURATING);
        var last = stage.audience().fresh(1).getFirst();
        stage.awaitStreams(CATCHING_UP);
        Stage.say("warming up, then " + STEADY + " facts/s, then as many as are taken");
        var load = new Load(stage.kanmai().port(), CONNECTIONS);
        load.closed(WARMING * BATCHES, SATURATED, (connection, number, due) -> send(connection, warming, number));
        stage.awaitStreams(CATCHING_UP);
        var table = new Table("facts: batches of " + BATCH + " with tokens over HTTP (4 exposed, 16 watched)");
        try (var hot = HotState.of(stage.kanmai().data())) {
            steady(table, stage, hot, steadily, marked);
            stage.awaitStreams(CATCHING_UP);
            saturate(table, stage, hot, saturating, last);
        }
        return table;
    }

    /** Marked batches are a part of the load, and have connections of their own. */
    private static void steady(Table table, Stage stage, HotState hot, List<Visitor> visitors, List<Visitor> marked) {
        var freshness = new Freshness(hot, PROBE, new Latencies());
        var probes = CompletableFuture.supplyAsync(() -> new Load(stage.kanmai().port(), PROBING)
                .open(
                        PROBES_PER_SECOND,
                        STEADILY,
                        (connection, number, due) -> freshness.seen(connection, marked.get(number), due)));
        var outcome = new Load(stage.kanmai().port(), CONNECTIONS)
                .open(
                        STEADY / BATCH - PROBES_PER_SECOND,
                        STEADILY,
                        (connection, number, due) -> send(connection, visitors, number));
        var late = failed(probes.join());
        table.below(
                "HTTP to feature at 2,000 facts/s, p50",
                MEDIAN_BAR,
                "ms",
                freshness.latencies().millis(0.5));
        table.below(
                "HTTP to feature at 2,000 facts/s, p99",
                WORST_BAR,
                "ms",
                freshness.latencies().millis(0.99));
        table.note("the same, whole batches of 20", freshness.latencies().summary() + late);
        table.note("their HTTP answers", outcome.latencies().summary() + failed(outcome));
    }

    private static void saturate(Table table, Stage stage, HotState hot, List<Visitor> visitors, Visitor last) {
        var server = new ProcessTree(stage.kanmai().process());
        var cpu = server.cpu();
        long begin = System.nanoTime();
        var outcome = new Load(stage.kanmai().port(), CONNECTIONS)
                .closed(
                        visitors.size() * BATCHES,
                        SATURATED,
                        (connection, number, due) -> send(connection, visitors, number));
        long behind = stage.meters().lag();
        var freshness = new Freshness(hot, CATCHING_UP, new Latencies());
        boolean seen = freshness.seen(stage.connection(), last, System.nanoTime());
        double whole = (System.nanoTime() - begin) / 1e9;
        table.above("accepted at saturation", SATURATION_BAR, "facts/s", BATCH * outcome.perSecond());
        table.note("their HTTP answers", outcome.latencies().summary() + failed(outcome));
        table.note("not in the newest checkpoint when the load ended", "%,d records".formatted(behind));
        table.note(
                "a batch sent then was in the features after",
                seen ? Table.number(freshness.latencies().millis(1) / 1000) + " s" : "more than " + CATCHING_UP);
        double facts = (double) BATCH * outcome.latencies().count();
        table.note("through all jobs", Table.number(facts / whole) + " facts/s");
        table.note(
                "CPU of the server and its engines, from HTTP to feature",
                Table.number(server.cpu().minus(cpu).toNanos() / 1e3 / facts) + " µs a fact");
    }

    private static boolean send(Connection connection, List<Visitor> visitors, int number) {
        int from = number / visitors.size() * Freshness.WORKS;
        var visitor = visitors.get(number % visitors.size());
        return connection
                .send(visitor.watched(from, from + Freshness.WORKS))
                .text()
                .startsWith("{\"accepted\":" + BATCH + ",");
    }

    private static String failed(Outcome outcome) {
        return outcome.failed() == 0 ? "" : "; failed: " + outcome.failed();
    }
}
