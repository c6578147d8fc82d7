package org.kanmai.app.trade.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ShopId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The promise of 48 hours: what both sides see, and what a broken one costs, once. */
@KanmaiTest
@Tag("EC-10")
class PromisingTests {
    private static final int THREADS = 4;

    private final Street street;
    private final Promises promises;
    private final PromiseNews news;
    private final Ledger ledger;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    PromisingTests(
            Street street,
            Promises promises,
            PromiseNews news,
            Ledger ledger,
            TestClock clock,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.street = street;
        this.promises = promises;
        this.news = news;
        this.ledger = ledger;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    /** A paid order and its two sides. */
    private record Sold(Shop shop, Buyer buyer, OrderId order) {
        JsonNode delivery() {
            return Street.must(200, buyer.browser().get("/api/me/orders/" + order + "/delivery"));
        }

        String promise() {
            return delivery().at("/promise/state").asString();
        }

        int ship() {
            return shop.merchant()
                    .post(
                            "/api/me/shop/orders/" + order + "/shipment",
                            "{\"carrier\": \"SF\", \"number\": \"SF12345\"}")
                    .status();
        }
    }

    private Sold paid() {
        var shop = street.shop(port, 9);
        var buyer = street.buyer(port);
        var placed = street.placed(buyer, shop);
        street.pay(port, placed);
        return new Sold(shop, buyer, Street.id(placed));
    }

    private long free(Sold sold) {
        return ledger.balance(Account.free(ShopId.parse(sold.shop.id())), Currency.getInstance("CNY"))
                .minor();
    }

    private long compensations(Sold sold) {
        return ledger.about(sold.order.value()).stream()
                .filter(entry -> entry.kind() == Entry.Kind.COMPENSATION)
                .count();
    }

    @Test
    void whatIsSentInTimeKeepsThePromiseAndCostsNothing() {
        var sold = paid();
        var promised = sold.delivery().path("promise");
        assertThat(promised.path("state").asString()).isEqualTo("open");
        assertThat(promised.path("by").asString()).isNotBlank();
        clock.forward(Duration.ofHours(47));
        assertThat(sold.ship()).isEqualTo(200);
        assertThat(sold.promise()).isEqualTo("kept");
        clock.forward(Duration.ofHours(4));
        promises.decide(sold.order);
        assertThat(sold.promise()).isEqualTo("kept");
        assertThat(compensations(sold)).isZero();
    }

    @Test
    void aMissedOneIsMadeUpForOnceOutOfTheShopsMoneyAndShownToBoth() {
        var sold = paid();
        clock.forward(Duration.ofDays(2).plusSeconds(1));
        assertThat(promises.decide(sold.order)).isEqualTo(Promise.State.MISSED);
        promises.decide(sold.order);
        assertThat(sold.ship()).isEqualTo(200);
        promises.decide(sold.order);
        assertThat(compensations(sold)).isEqualTo(1);
        assertThat(free(sold)).isEqualTo(-100);
        var given = sold.delivery().path("compensations");
        assertThat(given).hasSize(1);
        assertThat(given.at("/0/cause").asString()).isEqualTo("late");
        assertThat(given.at("/0/amount/minor").asLong()).isEqualTo(100);
        assertThat(given.at("/0/rule").asString()).startsWith("EC-10");
        var shops = Street.must(200, sold.shop.merchant().get("/api/me/shop/compensations"));
        assertThat(shops.at("/items/0/order").asString()).isEqualTo(sold.order.toString());
        var month = Street.must(200, sold.buyer.browser().get("/api/me/orders/" + sold.order));
        assertThat(month.path("state").asString()).isEqualTo("shipped");
    }

    @Test
    void whatWasTakenBackInTimeWasNotToBeSent() {
        var sold = paid();
        Street.must(200, sold.buyer.browser().post("/api/me/orders/" + sold.order + "/cancellation", ""));
        clock.forward(Duration.ofHours(49));
        assertThat(promises.decide(sold.order)).isEqualTo(Promise.State.LAPSED);
        assertThat(compensations(sold)).isZero();
    }

    @Test
    void aShopIsWarnedOnceAndOnlyOfWhatWaits() {
        var waits = paid();
        var sent = paid();
        assertThat(sent.ship()).isEqualTo(200);
        clock.forward(Duration.ofHours(35));
        news.warn();
        assertThat(warned(waits)).isFalse();
        clock.forward(Duration.ofHours(2));
        news.warn();
        news.warn();
        assertThat(warned(waits)).isTrue();
        assertThat(warned(sent)).isFalse();
    }

    private boolean warned(Sold sold) {
        return jdbc.sql("select warned from trade.orders where id = :id")
                .param("id", sold.order.value())
                .query((row, number) -> row.getBoolean("warned"))
                .single();
    }

    @Test
    void theClockFindsWhatIsOver() {
        var sold = paid();
        assertThat(promises.due(10_000)).doesNotContain(sold.order);
        clock.forward(Duration.ofHours(49));
        assertThat(promises.due(10_000)).contains(sold.order);
        promises.decide(sold.order);
        assertThat(promises.due(10_000)).doesNotContain(sold.order);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void manyWhoDecideAndMoveAtOnceGiveItOnce(long seed) throws InterruptedException, ExecutionException {
        race(seed, 1);
    }

    @ParameterizedTest
    @Tag("deep")
    @ValueSource(longs = {33, 34, 35, 36})
    void overAndOverAgain(long seed) throws InterruptedException, ExecutionException {
        race(seed, 10);
    }

    private void race(long seed, int rounds) throws InterruptedException, ExecutionException {
        var random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            var sold = paid();
            clock.forward(Duration.ofHours(49));
            try (var threads = Executors.newFixedThreadPool(THREADS)) {
                var calls = new ArrayList<Callable<Integer>>();
                for (int player = 0; player < THREADS; player++) {
                    int deed = random.nextInt(4);
                    calls.add(() -> deed(sold, deed));
                    calls.add(() -> deed(sold, 0));
                }
                for (Future<Integer> each : threads.invokeAll(calls)) {
                    assertThat(each.get()).isIn(200, 409);
                }
            }
            assertThat(compensations(sold)).isEqualTo(1);
            assertThat(free(sold)).isEqualTo(-100);
            assertThat(jdbc.sql("select promise from trade.orders where id = :id")
                            .param("id", sold.order.value())
                            .query(String.class)
                            .single())
                    .isEqualTo("missed");
        }
    }

    private int deed(Sold sold, int deed) {
        return switch (deed) {
            case 1 -> sold.ship();
            case 2 ->
                sold.buyer
                        .browser()
                        .post("/api/me/orders/" + sold.order + "/cancellation", "")
                        .status();
            case 3 ->
                sold.shop
                        .merchant()
                        .post("/api/me/shop/orders/" + sold.order + "/refund", "")
                        .status();
            default -> {
                promises.decide(sold.order);
                yield 200;
            }
        };
    }
}
