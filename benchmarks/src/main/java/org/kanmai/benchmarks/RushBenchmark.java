package org.kanmai.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.kanmai.app.trade.turns.Attempts;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.http.Reply;
import org.kanmai.benchmarks.load.Load;
import org.kanmai.benchmarks.load.Outcome;
import org.kanmai.benchmarks.server.AtOnce;
import org.kanmai.benchmarks.server.GuardedUpdates;
import org.kanmai.benchmarks.world.Market;
import org.kanmai.benchmarks.world.Market.Buyer;
import org.kanmai.benchmarks.world.Market.FlashSale;
import org.kanmai.benchmarks.world.Market.Offer;
import org.kanmai.facts.Money;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.SkuId;

/**
 * Ten thousand wishes for the hundred units of a flash sale at the same time; beside it the least that it could cost.
 *
 * <p>First in this process, where neither side pays for HTTP: each attempt asks for its turn, and who is let in writes an order and
 * takes a unit in one transaction; nobody pays, so that all others wait in the queue. Then over HTTP, through the whole server.
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
    private static final int ROUNDS = 3;
    private static final double RATIO_BAR = 3;
    private static final List<String> REFUSED = List.of(
            "/problems/out-of-stock", "/problems/not-your-turn", "/problems/queue-full", "/problems/over-limit");
    private static final Duration MOST = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "rush";
    }

    @Override
    public Table run(Stage stage) {
        var table = new Table("rush: %,d wishes of %,d buyers, %d units".formatted(BUYERS * WISHES, BUYERS, UNITS));
        try (var trade = Trade.begin(stage, "rush")) {
            var pool = trade.database().pool(POOL);
            var redis = trade.database().redis();
            try (pool) {
                gate(table, trade, new Gate(trade, pool, new Attempts(pool, redis)));
            } finally {
                redis.destroy();
            }
            var buyers = trade.buyers(BUYERS);
            Stage.say("a first rush to warm up");
            http(trade, new Crowd(buyers, trade.market().sell(UNITS, 1).offer(), new AtomicInteger()));
            rush(table, trade, buyers, trade.market().sell(UNITS, 1));
        }
        return table;
    }

    /** What came of a rush in this process: attempts in a second, and the units that were taken. */
    private record Gated(double perSecond, int taken) {}

    /** The pools are there before the rush comes, on either side, as they are in a server. */
    private record Gate(Trade trade, HikariDataSource pool, Attempts attempts) {
        Gated rush(FlashSale sale) {
            var offer = new Attempts.OnSale(
                    SaleId.parse(sale.id()), SkuId.parse(sale.offer().sku()), Money.of(Market.SALE_PRICE, "CNY"));
            int before = attempts.taken();
            var next = new AtomicInteger();
            double seconds = new AtOnce(POOL).run(() -> {
                for (int n = next.getAndIncrement(); n < BUYERS * WISHES; n = next.getAndIncrement()) {
                    attempts.make(offer, offer.sale().value() + n);
                }
            });
            return new Gated(BUYERS * WISHES / seconds, attempts.taken() - before);
        }

        GuardedUpdates.Result plain() {
            return new GuardedUpdates(trade.database(), pool, POOL).run(BUYERS * WISHES, UNITS);
        }
    }

    /** Like with like: turn, order and units in this process, beside as many plain updates from it, over the same connections. */
    private static void gate(Table table, Trade trade, Gate gate) {
        Stage.say("in this process, beside plain guarded updates");
        for (int round = 0; round < ROUNDS; round++) {
            gate.rush(trade.market().sell(UNITS, 1));
            gate.plain();
        }
        double least = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            var sale = trade.market().sell(UNITS, 1);
            var ours = gate.rush(sale);
            var plain = gate.plain();
            table.exactly("units taken, round " + round, UNITS, ours.taken());
            table.exactly("orders, round " + round, UNITS, trade.database().number(orders(sale)));
            table.note(
                    "attempts in this process; plain guarded updates over " + POOL + " connections, round " + round,
                    Table.number(ours.perSecond()) + " /s; " + Table.number(plain.perSecond()) + " /s");
            least = Math.min(least, ours.perSecond() / plain.perSecond());
        }
        table.above(
                "attempts in this process for one plain guarded update, the least of all rounds",
                RATIO_BAR,
                "times",
                least);
    }

    private static String orders(FlashSale sale) {
        return "select count(*) from trade.line where sale = " + sale.id();
    }

    private static Outcome http(Trade trade, Crowd crowd) {
        return new Load(trade.port(), CONNECTIONS).closed(crowd.buyers().size() * WISHES, MOST, crowd::want);
    }

    private static void rush(Table table, Trade trade, List<Buyer> buyers, FlashSale sale) {
        Stage.say("all want one");
        var crowd = new Crowd(buyers, sale.offer(), new AtomicInteger());
        int wishes = buyers.size() * WISHES;
        var outcome = http(trade, crowd);
        var free = "select sum(free) from catalog.stock where sku = "
                + sale.offer().sku();
        table.exactly(
                "orders over HTTP", Math.min(UNITS, wishes), trade.database().number(orders(sale)));
        table.exactly("told that they have one", Math.min(UNITS, wishes), crowd.got.get());
        table.exactly("units left or lost", 0, trade.database().number(free));
        table.exactly("attempts without an answer", 0, outcome.failed());
        table.exactly("attempts", wishes, outcome.latencies().count());
        table.note(
                "attempts over HTTP",
                Table.number(outcome.perSecond()) + " /s; "
                        + outcome.latencies().summary());
        try (var pool = trade.database().pool(POOL)) {
            var plain = new GuardedUpdates(trade.database(), pool, POOL);
            double perSecond = plain.run(wishes, UNITS).perSecond();
            table.note("plain guarded updates over " + POOL + " connections", Table.number(perSecond) + " /s");
            table.note(
                    "attempts over HTTP for one plain guarded update without HTTP",
                    Table.number(outcome.perSecond() / perSecond) + " times");
            table.note(
                    "plain guarded updates while units last, each waiting for the row",
                    Table.number(plain.run(wishes / 5, wishes).perSecond()) + " /s");
        }
    }

    /** All want one, again and again; who is refused, or told to wait, was answered well. */
    private record Crowd(List<Buyer> buyers, Offer offer, AtomicInteger got) {
        boolean want(Connection connection, int number, long due) {
            var reply = buyers.get(number % buyers.size())
                    .order(connection, offer, UUID.randomUUID().toString(), Optional.empty());
            if (reply.good()) {
                got.incrementAndGet();
            }
            return reply.good() || isRefusal(reply);
        }
    }

    /** Returns whether somebody was told that there is nothing now, or that others come first. */
    static boolean isRefusal(Reply reply) {
        return REFUSED.stream().anyMatch(reply.text()::contains);
    }
}
