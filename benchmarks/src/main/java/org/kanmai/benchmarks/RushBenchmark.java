package org.kanmai.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.load.Load;
import org.kanmai.benchmarks.server.GuardedUpdates;
import org.kanmai.benchmarks.world.Market.Buyer;
import org.kanmai.benchmarks.world.Market.Offer;

/**
 * Ten thousand wishes for the last hundred units at the same time, over HTTP; beside it the least that it could cost.
 *
 * <p>A thousand people wish ten times each, every time with a key of its own: signing ten thousand up takes minutes on two
 * cores, since passwords are made slow to guess, and says nothing of the rush.
 */
final class RushBenchmark implements Benchmark {
    private static final int BUYERS = Integer.getInteger("buyers.rush", 1_000);
    private static final int WISHES = 10;
    private static final int UNITS = 100;
    private static final int CONNECTIONS = 64;
    private static final int POOL = 24;
    private static final double RATIO_BAR = 3;
    private static final Duration MOST = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "rush";
    }

    @Override
    public Table run(Stage stage) {
        var table = new Table("rush: %,d wishes of %,d buyers, %d units".formatted(BUYERS * WISHES, BUYERS, UNITS));
        try (var trade = Trade.begin(stage, "rush")) {
            var buyers = trade.buyers(BUYERS);
            Stage.say("a first rush to warm up");
            new Load(trade.port(), CONNECTIONS)
                    .closed(
                            buyers.size() * WISHES,
                            MOST,
                            new Crowd(buyers, trade.market().open(UNITS), new AtomicInteger())::want);
            rush(table, trade, buyers, trade.market().open(UNITS));
        }
        return table;
    }

    private static void rush(Table table, Trade trade, List<Buyer> buyers, Offer offer) {
        Stage.say("all want one");
        var crowd = new Crowd(buyers, offer, new AtomicInteger());
        int wishes = buyers.size() * WISHES;
        var outcome = new Load(trade.port(), CONNECTIONS).closed(wishes, MOST, crowd::want);
        var orders = "select count(*) from trade.line where sku = " + offer.sku();
        var free = "select free from catalog.stock where sku = " + offer.sku();
        table.exactly("orders", Math.min(UNITS, wishes), trade.database().number(orders));
        table.exactly("told that they have one", Math.min(UNITS, wishes), crowd.got.get());
        table.exactly("units left or lost", 0, trade.database().number(free));
        table.exactly("attempts without an answer", 0, outcome.failed());
        table.exactly("attempts", wishes, outcome.latencies().count());
        var plain = new GuardedUpdates(trade.database(), POOL).run(wishes, UNITS);
        table.above(
                "attempts over HTTP for one plain guarded update",
                RATIO_BAR,
                "times",
                outcome.perSecond() / plain.perSecond());
        table.note(
                "attempts",
                Table.number(outcome.perSecond()) + " /s; "
                        + outcome.latencies().summary());
        table.note("plain guarded updates over " + POOL + " connections", Table.number(plain.perSecond()) + " /s");
        var queue = new GuardedUpdates(trade.database(), POOL).run(wishes / 5, wishes);
        table.note("the same while units last, each waiting for the row", Table.number(queue.perSecond()) + " /s");
    }

    /** All want one, again and again; who is refused for want of units was answered well. */
    private record Crowd(List<Buyer> buyers, Offer offer, AtomicInteger got) {
        boolean want(Connection connection, int number, long due) {
            var reply = buyers.get(number % buyers.size())
                    .order(connection, offer, UUID.randomUUID().toString(), Optional.empty());
            if (reply.good()) {
                got.incrementAndGet();
            }
            return reply.good() || reply.text().contains("/problems/out-of-stock");
        }
    }
}
