package org.kanmai.benchmarks;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.live.Ears;
import org.kanmai.benchmarks.live.TalkingRoom;
import org.kanmai.benchmarks.load.Load;
import org.kanmai.benchmarks.load.Outcome;
import org.kanmai.benchmarks.world.Market.Buyer;
import org.kanmai.benchmarks.world.Market.FlashSale;
import org.kanmai.benchmarks.world.Market.Offer;
import org.kanmai.benchmarks.world.SignedIn;

/** Ten thousand people, each with a session of their own, want the hundred units of a flash sale while many talk and listen in a room. */
final class RoomRushBenchmark implements Benchmark {
    private static final int BUYERS = Integer.getInteger("buyers.room", 10_000);
    private static final int UNITS = 100;
    private static final int WARMING = 2_000;
    private static final int CONNECTIONS = 64;
    private static final int LISTENERS = 250;
    private static final int SPEAKERS = 400;
    private static final int A_SECOND = 40;
    private static final long FIRST = 100_000;
    private static final double TALK_BAR = 300;
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final Duration TALK = Duration.ofSeconds(20);
    /** What was said last is heard by then. */
    private static final Duration TAIL = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "roomrush";
    }

    @Override
    public Table run(Stage stage) {
        var table = new Table("roomrush: %,d people, %d units, while %d listen to %d comments a second"
                .formatted(BUYERS, UNITS, LISTENERS, A_SECOND));
        try (var trade = Trade.begin(stage, "roomrush");
                var clients = Executors.newFixedThreadPool(2);
                var client = HttpClient.newBuilder().executor(clients).build()) {
            Stage.say(BUYERS + " people say where they live");
            var buyers = trade.market().buyers(SignedIn.write(trade.database(), 'b', FIRST, BUYERS));
            var room = TalkingRoom.open(trade.port(), trade.database(), SPEAKERS);
            var ears = Ears.listen(client, room.address(), LISTENERS);
            Stage.say("some of them warm up");
            http(
                    trade,
                    new Crowd(
                            buyers.subList(0, WARMING),
                            trade.market().sell(UNITS, 1).offer(),
                            new AtomicInteger()));
            rush(table, trade, buyers, room, ears);
            client.shutdownNow();
        }
        return table;
    }

    private static void rush(Table table, Trade trade, List<Buyer> buyers, TalkingRoom room, Ears ears) {
        Stage.say("all want one while the room talks");
        var sale = trade.market().sell(UNITS, 1);
        var crowd = new Crowd(buyers, sale.offer(), new AtomicInteger());
        long before = ears.begin();
        var said = new AtomicInteger();
        var talk = Thread.ofPlatform().start(() -> said.set(room.speak(A_SECOND, TALK)));
        var outcome = http(trade, crowd);
        await(talk);
        LockSupport.parkNanos(TAIL.toNanos());
        tell(table, trade, sale, crowd, outcome);
        table.below(
                "a comment, from sent to heard, p99 meanwhile",
                TALK_BAR,
                "ms",
                ears.latencies().millis(0.99));
        table.note(
                "heard meanwhile of what was said",
                "%.1f %%; p50 %s ms"
                        .formatted(
                                100.0 * (ears.heard() - before) / ((double) said.get() * LISTENERS),
                                Table.number(ears.latencies().millis(0.5))));
    }

    private static void await(Thread talk) {
        try {
            talk.join();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(Table table, Trade trade, FlashSale sale, Crowd crowd, Outcome outcome) {
        var orders = "select count(*) from trade.line where sale = " + sale.id();
        var buyers =
                "select count(distinct orders.buyer) from trade.line join trade.orders on orders.id = line.orders where sale = "
                        + sale.id();
        var free = "select sum(free) from catalog.stock where sku = "
                + sale.offer().sku();
        table.exactly("orders", UNITS, trade.database().number(orders));
        table.exactly("people who have one", UNITS, trade.database().number(buyers));
        table.exactly("told that they have one", UNITS, crowd.got.get());
        table.exactly("units left or lost", 0, trade.database().number(free));
        table.exactly("attempts without an answer", 0, outcome.failed());
        table.note(
                "attempts over HTTP",
                Table.number(outcome.perSecond()) + " /s; "
                        + outcome.latencies().summary());
    }

    private static Outcome http(Trade trade, Crowd crowd) {
        return new Load(trade.port(), CONNECTIONS).closed(crowd.buyers().size(), MOST, crowd::want);
    }

    /** Each wants one, once; who is refused, or told to wait, was answered well. */
    private record Crowd(List<Buyer> buyers, Offer offer, AtomicInteger got) {
        boolean want(Connection connection, int number, long due) {
            var reply = buyers.get(number)
                    .order(connection, offer, UUID.randomUUID().toString(), Optional.empty());
            if (reply.good()) {
                got.incrementAndGet();
            }
            return reply.good() || RushBenchmark.isRefusal(reply);
        }
    }
}
