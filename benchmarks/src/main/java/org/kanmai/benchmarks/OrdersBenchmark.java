package org.kanmai.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.load.Load;
import org.kanmai.benchmarks.server.Database.Counted;
import org.kanmai.benchmarks.server.ProcessTree;
import org.kanmai.benchmarks.world.Cashier;
import org.kanmai.benchmarks.world.Market;
import org.kanmai.benchmarks.world.Market.Buyer;
import org.kanmai.benchmarks.world.Market.Offer;
import tools.jackson.databind.json.JsonMapper;

/** Orders of one unit that people place from the feed and pay at once, in some shops; and what each costs in statements. */
final class OrdersBenchmark implements Benchmark {
    private static final int BUYERS = Integer.getInteger("buyers.orders", 400);
    private static final int SHOPS = 8;
    private static final int UNITS = 1_000_000;
    private static final int CONNECTIONS = 16;
    private static final int COUNTED = 200;
    private static final double STATEMENTS_BAR = 12;
    private static final double RATE_BAR = 500;
    private static final double SHOWN = 0.2;
    private static final double OFTEN = 0.5;
    private static final Duration WARMING = Duration.ofSeconds(90);
    private static final Duration PHASE = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public Table run(Stage stage) {
        var table = new Table(
                "orders: one unit from the feed, placed and paid, %d shops, %d buyers".formatted(SHOPS, BUYERS));
        try (var trade = Trade.begin(stage, "orders")) {
            var offers = new ArrayList<Offer>();
            for (int shop = 0; shop < SHOPS; shop++) {
                offers.add(trade.market().open(UNITS));
            }
            var till = new Till(trade.buyers(BUYERS), offers, trade.cashier());
            Stage.say("warming up");
            load(trade).closed(Integer.MAX_VALUE, WARMING, till::sell);
            statements(table, trade, till);
            rate(table, trade, till);
        }
        return table;
    }

    private static Load load(Trade trade) {
        return new Load(trade.port(), CONNECTIONS);
    }

    private static void rate(Table table, Trade trade, Till till) {
        Stage.say("as many orders as are paid");
        var server = new ProcessTree(trade.kanmai().process());
        var cpu = server.cpu();
        long before = trade.database().number("select count(*) from trade.orders where state = 'paid'");
        var outcome = load(trade).closed(Integer.MAX_VALUE, PHASE, till::sell);
        long paid = trade.database().number("select count(*) from trade.orders where state = 'paid'") - before;
        table.above("paid orders, " + CONNECTIONS + " connections", RATE_BAR, "/s", outcome.perSecond());
        table.note("both calls of one", outcome.latencies().summary() + "; failed: " + outcome.failed());
        table.note(
                "CPU of the server and its engines",
                Table.number(server.cpu().minus(cpu).toNanos() / 1e6 / Math.max(1, paid)) + " ms an order");
        table.exactly(
                "paid in the database, as many as were told so",
                outcome.latencies().count(),
                paid);
        table.exactly("sum of all postings", 0, trade.database().number("select sum(minor) from ledger.posting"));
    }

    /** One buyer after the other, so that what is counted is what an order costs and not what waits for what. */
    private static void statements(Table table, Trade trade, Till till) {
        Stage.say("counting the statements of " + COUNTED + " orders");
        trade.database().count();
        for (int number = 0; number < COUNTED; number++) {
            till.sell(trade.connection(), number, 0);
        }
        var counted = trade.database().counted().stream()
                .map(each -> new Counted(each.text(), each.calls() / COUNTED))
                .filter(each -> each.calls() >= SHOWN)
                .toList();
        table.atMost("statements from placement to paid", STATEMENTS_BAR, Part.onThePath(counted));
        counted.forEach(each -> table.note(
                "of them: " + Part.of(each) + ": `" + shortened(each.text()) + "`", Table.number(each.calls())));
    }

    private static String shortened(String text) {
        var plain = text.replace("|", "\\|").replace('`', '\'');
        return plain.length() <= 110 ? plain : plain.substring(0, 110) + " …";
    }

    /** Where a statement belongs. */
    private enum Part {
        PATH("an order's own"),
        ASKING("who asks, at most once a second"),
        TRANSACTIONS("begin and commit of everybody"),
        BESIDE("beside it: relay, verdicts, notices, clocks"),
        PROVIDER("the provider's");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        private static final List<String> OTHERS = List.of(
                "river.lease",
                "delete from river.outbox",
                "from river.outbox",
                "set untold =",
                "notices.",
                "ask_at <=",
                "next_at <=",
                "expires_at <=",
                "identity.block",
                "governance.",
                "media.",
                "insight.",
                "traffic.",
                "promotion.share_visit",
                "aftersales.sending",
                "pg_");

        /** What every order runs is its own; what runs less often happens beside it. */
        static Part of(Counted statement) {
            var text = statement.text();
            if (text.contains("sandbox.")) {
                return PROVIDER;
            }
            if (text.contains("identity.session")) {
                return ASKING;
            }
            if (text.matches("(?i)(begin|commit|rollback|set|show|savepoint).*")) {
                return TRANSACTIONS;
            }
            boolean beside = statement.calls() < OFTEN || OTHERS.stream().anyMatch(text::contains);
            return beside ? BESIDE : PATH;
        }

        /** Each transaction of the path tells of itself by one insert into the outbox, and begins and commits. */
        static double onThePath(List<Counted> statements) {
            double own = statements.stream()
                    .filter(each -> of(each) == PATH)
                    .mapToDouble(Counted::calls)
                    .sum();
            double transactions = statements.stream()
                    .filter(each -> each.text().contains("insert into river.outbox"))
                    .mapToDouble(Counted::calls)
                    .sum();
            return own + 2 * transactions;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** Who buys where; every call is one order, placed and then told as paid. */
    private record Till(List<Buyer> buyers, List<Offer> offers, Cashier cashier) {
        boolean sell(Connection connection, int number, long due) {
            var buyer = buyers.get(number % buyers.size());
            var offer = offers.get(number % offers.size());
            var placed = buyer.order(connection, offer, UUID.randomUUID().toString(), Optional.of("sandbox"));
            if (!placed.good()) {
                return false;
            }
            var payment = JsonMapper.shared()
                    .readTree(placed.text())
                    .at("/payment/id")
                    .asString();
            return connection.send(cashier.paid(payment, Market.PRICE)).good();
        }
    }
}
