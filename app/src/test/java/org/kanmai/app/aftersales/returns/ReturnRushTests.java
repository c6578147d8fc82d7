package org.kanmai.app.aftersales.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.OrderId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Buyer, shop and operator at once, each doing anything at any time: money, units and claims still agree. */
@KanmaiTest
@Tag("EC-11")
class ReturnRushTests {
    private static final int UNITS = 8;
    private static final int STOCK = 20;
    private static final int PRICE = 1990;
    private static final int THREADS = 4;
    private static final int DEEDS = 25;
    private static final List<String> KINDS = List.of("refund", "return", "exchange");
    private static final String PARCEL = "{\"carrier\": \"YTO\", \"number\": \"YT7654321\"}";

    private final Street street;
    private final Premiere premiere;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final int port;

    ReturnRushTests(Street street, Premiere premiere, Ledger ledger, JdbcClient jdbc, @LocalServerPort int port) {
        this.street = street;
        this.premiere = premiere;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.port = port;
    }

    /** One order and all who have a say in it. */
    private record Stage(Shop shop, Buyer buyer, Browser operator, OrderId order) {

        /** Does one thing; returns how many units it put on the shelf. */
        int deed(Random random) {
            if (random.nextInt(4) == 0) {
                check(buyer.browser().post("/api/me/orders/" + order + "/returns", """
                        {"line": 0, "units": %d, "kind": "%s", "reason": "damaged", "words": ""}""".formatted(
                                1 + random.nextInt(3), KINDS.get(random.nextInt(3)))));
                return 0;
            }
            var wishes = Street.must(200, shop.merchant().get("/api/me/shop/returns"))
                    .path("items");
            if (wishes.isEmpty()) {
                return 0;
            }
            var wish = wishes.get(random.nextInt(wishes.size()));
            return deed(
                    random.nextInt(16),
                    wish.path("id").asString(),
                    wish.path("units").asInt());
        }

        private int deed(int which, String id, int units) {
            var mine = "/api/me/returns/" + id;
            var shops = "/api/me/shop/returns/" + id;
            return switch (which) {
                case 0, 1, 2 ->
                    plain(shop.merchant().post(shops + "/answer", "{\"agree\": true, \"backTo\": \"here\"}"));
                case 3, 4 -> plain(shop.merchant().post(shops + "/answer", "{\"agree\": false, \"words\": \"no\"}"));
                case 5, 6, 7 -> plain(buyer.browser().post(mine + "/parcel", PARCEL));
                case 8, 9, 10 -> {
                    var answer = shop.merchant().post(shops + "/arrival", "{\"accept\": true, \"sound\": true}");
                    check(answer);
                    yield answer.json().path("state").asString("").equals("refunded") ? units : 0;
                }
                case 11 ->
                    plain(shop.merchant()
                            .post(shops + "/arrival", "{\"accept\": false, \"sound\": false, \"words\": \"no\"}"));
                case 12 -> plain(shop.merchant().post(shops + "/replacement", PARCEL));
                case 13 -> plain(buyer.browser().post(mine + "/withdrawal", ""));
                case 14 -> plain(buyer.browser().post(mine + "/dispute", "{\"words\": \"but\"}"));
                default ->
                    plain(operator.post("/api/disputes/" + id + "/decision", "{\"grant\": true, \"words\": \"so\"}"));
            };
        }

        private static int plain(Answer answer) {
            check(answer);
            return 0;
        }

        /** Everybody may come too late; nothing may break. */
        private static void check(Answer answer) {
            assertThat(answer.status()).as(answer.body()).isIn(200, 201, 409);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void moneyUnitsAndClaimsAgreeWhateverComesTogether(long seed) throws InterruptedException, ExecutionException {
        agree(seed);
    }

    private void agree(long seed) throws InterruptedException, ExecutionException {
        var stage = stage();
        int shelved = 0;
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var players = new ArrayList<Callable<Integer>>();
            for (int player = 0; player < THREADS; player++) {
                var random = new Random(seed * 100 + player);
                players.add(() -> play(stage, random));
            }
            for (Future<Integer> each : threads.invokeAll(players)) {
                shelved += each.get();
            }
        }
        if (seed % 2 == 0) {
            Stage.check(stage.shop.merchant().post("/api/me/shop/orders/" + stage.order + "/refund", ""));
        }
        check(stage, shelved);
    }

    private static int play(Stage stage, Random random) {
        int shelved = 0;
        for (int deed = 0; deed < DEEDS; deed++) {
            shelved += stage.deed(random);
        }
        return shelved;
    }

    private Stage stage() {
        var shop = street.shop(port, STOCK);
        var buyer = street.buyer(port);
        var placed = Street.must(201, Street.order(buyer, shop.sku(), UNITS));
        street.pay(port, placed);
        var order = Street.id(placed);
        Street.must(
                200,
                shop.merchant()
                        .post(
                                "/api/me/shop/orders/" + order + "/shipment",
                                "{\"carrier\": \"SF\", \"number\": \"SF12345\"}"));
        Street.must(200, buyer.browser().post("/api/me/orders/" + order + "/receipt", ""));
        return new Stage(shop, buyer, premiere.operator(port).browser(), order);
    }

    private void check(Stage stage, int shelved) {
        long total = (long) UNITS * PRICE;
        long back = sum("select coalesce(sum(minor), 0) from payment.refund where subject = :order", stage);
        long parts = sum("select coalesce(sum(returned), 0) from aftersales.wish where orders = :order", stage);
        long whole =
                sum("select coalesce(sum(minor), 0) from payment.refund where subject = :order and part = ''", stage);
        assertThat(back).isEqualTo(parts + whole).isLessThanOrEqualTo(total);
        assertThat(sum("select returned from trade.orders where id = :order", stage))
                .isEqualTo(parts);
        assertThat(kept(stage)).isEqualTo(total - back);
        assertThat(sum("select returned from trade.line where orders = :order", stage) * PRICE)
                .isEqualTo(parts);
        assertThat(sum("""
                select coalesce(sum(units), 0)
                  from aftersales.wish
                 where orders = :order
                   and state not in ('withdrawn', 'denied', 'replaced')""", stage))
                .isEqualTo(sum("select coalesce(sum(claimed), 0) from aftersales.claim where orders = :order", stage));
        assertThat(jdbc.sql("select free from catalog.stock where sku = :sku")
                        .param("sku", Long.parseLong(stage.shop.sku()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(STOCK - UNITS + shelved);
        assertThat(jdbc.sql("select coalesce(sum(minor), 0) from ledger.posting")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** What shop and platform still have of an order. */
    private long kept(Stage stage) {
        return ledger.about(stage.order.value()).stream()
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.account().purpose() == Account.Purpose.HELD
                        || posting.account().purpose() == Account.Purpose.FEES)
                .mapToLong(posting -> posting.amount().minor())
                .sum();
    }

    private long sum(String question, Stage stage) {
        return jdbc.sql(question)
                .param("order", stage.order.value())
                .query(Long.class)
                .single();
    }
}
