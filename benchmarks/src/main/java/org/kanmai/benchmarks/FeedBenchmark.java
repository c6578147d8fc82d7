package org.kanmai.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.load.Load;
import org.kanmai.benchmarks.load.Outcome;
import org.kanmai.benchmarks.server.Meters;
import org.kanmai.benchmarks.server.ProcessTree;
import org.kanmai.benchmarks.world.Member;
import org.kanmai.benchmarks.world.Tokens;
import org.kanmai.benchmarks.world.Visitor;

/** Pages for 10,000 viewers with histories out of 100,000 works, while what they do with the pages flows back. */
final class FeedBenchmark implements Benchmark {
    private static final int WORKS = Integer.getInteger("works", 100_000);
    private static final int VIEWERS = Integer.getInteger("viewers", 10_000);
    private static final int MEMBERS_AMONG = 10;
    private static final int CONNECTIONS = 64;
    private static final int SATURATING = 16;
    private static final int BARRED_RATE = 100;
    private static final double DECISION_BAR = 20;
    private static final double HTTP_BAR = 50;
    private static final Duration PHASE = Duration.ofSeconds(15);
    /** So many rounds of a phase at least: a server that has just started compiles for minutes what it runs. */
    private static final int LEAST_WARM_UPS = 8;

    private static final int WARM_UPS = 12;
    private static final String MODEL = "model";
    private static final String TERMS = "terms";
    private static final Duration CATCHING_UP = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public Table run(Stage stage) {
        prepare(stage);
        var table = new Table(
                "feed: pages of 6 from %,d works for %,d viewers, facts flowing back".formatted(WORKS, VIEWERS));
        try (var returns = new Returns(stage.kanmai().port())) {
            var viewers = new Viewers(
                    stage.audience().withHistories(VIEWERS), stage.town().creators(), returns);
            var load = new Load(stage.kanmai().port(), CONNECTIONS);
            warmUp(stage, new Load(stage.kanmai().port(), SATURATING), viewers);
            double byModel = stage.meters().ranked(MODEL);
            double byTerms = stage.meters().ranked(TERMS);
            for (int rate : List.of(50, BARRED_RATE, 200)) {
                Stage.say(rate + " requests/s");
                var before = stage.meters().decisions();
                var outcome = load.open(rate, PHASE, viewers::page);
                tell(table, rate, outcome, stage.meters().decisions().since(before));
            }
            saturate(table, stage, viewers);
            byModel = stage.meters().ranked(MODEL) - byModel;
            byTerms = stage.meters().ranked(TERMS) - byTerms;
            table.note(
                    "pages ranked by a model, of those for people who agreed",
                    Table.number(byModel) + " of " + Table.number(byModel + byTerms));
            table.note("facts that flowed back meanwhile", returns.told());
        }
        return table;
    }

    /** People come until a model has learned enough of them to rank, and what they run is compiled. */
    private static void warmUp(Stage stage, Load load, Viewers viewers) {
        for (int round = 0; round < LEAST_WARM_UPS || (stage.meters().model() == 0 && round < WARM_UPS); round++) {
            Stage.say("warming up, until a model ranks");
            load.closed(Integer.MAX_VALUE, PHASE, viewers::page);
        }
    }

    private static void prepare(Stage stage) {
        Stage.say("importing up to " + WORKS + " works");
        stage.town().publish(WORKS);
        Stage.say("up to " + VIEWERS + " viewers come and watch");
        stage.audience().withHistories(VIEWERS);
        stage.awaitStreams(CATCHING_UP);
    }

    private static void tell(Table table, int rate, Outcome outcome, Meters.Buckets decisions) {
        var at = " at " + rate + " requests/s";
        if (rate == BARRED_RATE) {
            table.below("decision" + at + ", p99", DECISION_BAR, "ms", decisions.millis(0.99));
            table.below(
                    "over HTTP" + at + ", p99",
                    HTTP_BAR,
                    "ms",
                    outcome.latencies().millis(0.99));
        }
        table.note("decision" + at, summary(decisions));
        table.note("over HTTP" + at, summary(outcome));
    }

    private static void saturate(Table table, Stage stage, Viewers viewers) {
        Stage.say("as many requests as are answered");
        var before = stage.meters().decisions();
        var server = new ProcessTree(stage.kanmai().process());
        var cpu = server.cpu();
        var load = new Load(stage.kanmai().port(), SATURATING);
        var outcome = load.closed(Integer.MAX_VALUE, PHASE, viewers::page);
        table.note("at saturation, " + SATURATING + " connections", Table.number(outcome.perSecond()) + " requests/s");
        table.note("decision at saturation", summary(stage.meters().decisions().since(before)));
        table.note("over HTTP at saturation", summary(outcome));
        table.note(
                "CPU of the server and its engines, the facts that flow back included",
                Table.number(server.cpu().minus(cpu).toNanos()
                                / 1e6
                                / outcome.latencies().count()) + " ms a page");
    }

    private static String summary(Outcome outcome) {
        return outcome.latencies().summary() + (outcome.failed() == 0 ? "" : "; failed: " + outcome.failed());
    }

    private static String summary(Meters.Buckets decisions) {
        return "p50 %s, p90 %s, p99 %s, p999 %s ms"
                .formatted(
                        Table.number(decisions.millis(0.5)),
                        Table.number(decisions.millis(0.9)),
                        Table.number(decisions.millis(0.99)),
                        Table.number(decisions.millis(0.999)));
    }

    /** Who asks for pages: visitors, and for one page in ten somebody who is signed in and follows creators. */
    private record Viewers(List<Visitor> visitors, List<Member> members, Returns returns) {
        boolean page(Connection connection, int number, long due) {
            var chance = new SplittableRandom(number);
            var member = chance.nextInt(MEMBERS_AMONG) == 0;
            var caller = member
                    ? members.get(chance.nextInt(members.size())).caller()
                    : visitors.get(chance.nextInt(visitors.size())).caller();
            var page = caller.ask(connection, "/api/feed?count=6");
            returns.add(caller, Tokens.of(page));
            return page.good();
        }
    }
}
