package org.kanmai.app.aftersales.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Entry;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ShopId;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a shop gives besides a refund: three times for a fake, and the way back. */
@KanmaiTest
class MakingUpTests {
    private static final int PRICE = 1990;
    private static final int WAY_BACK = 1_000;
    private static final String PARCEL = "{\"carrier\": \"YTO\", \"number\": \"YT7654321\"}";

    private final Street street;
    private final Premiere premiere;
    private final Ledger ledger;
    private final int port;

    MakingUpTests(Street street, Premiere premiere, Ledger ledger, @LocalServerPort int port) {
        this.street = street;
        this.premiere = premiere;
        this.ledger = ledger;
        this.port = port;
    }

    /** A received order of units of one thing, and its two sides. */
    private record Sold(Shop shop, Buyer buyer, OrderId order) {
        String ask(String kind, String reason) {
            var asked = buyer.browser().post("/api/me/orders/" + order + "/returns", """
                    {"line": 0, "units": 2, "kind": "%s", "reason": "%s", "words": ""}""".formatted(kind, reason));
            return Street.must(201, asked).path("id").asString();
        }

        void mine(String id, String verb, String body) {
            Street.must(200, buyer.browser().post("/api/me/returns/" + id + "/" + verb, body));
        }

        void shops(String id, String verb, String body) {
            Street.must(200, shop.merchant().post("/api/me/shop/returns/" + id + "/" + verb, body));
        }

        JsonNode delivery() {
            return Street.must(200, buyer.browser().get("/api/me/orders/" + order + "/delivery"));
        }
    }

    private Sold received(Shop shop) {
        var buyer = street.buyer(port);
        var placed = Street.must(201, Street.order(buyer, shop.sku(), 3));
        street.pay(port, placed);
        var sold = new Sold(shop, buyer, Street.id(placed));
        Street.must(
                200,
                shop.merchant()
                        .post(
                                "/api/me/shop/orders/" + sold.order + "/shipment",
                                "{\"carrier\": \"SF\", \"number\": \"SF12345\"}"));
        Street.must(200, buyer.browser().post("/api/me/orders/" + sold.order + "/receipt", ""));
        return sold;
    }

    private static Shop insured(Shop shop, boolean insured) {
        Street.must(200, shop.merchant().put("/api/me/shop/terms", "{\"insured\": " + insured + "}"));
        return shop;
    }

    private long compensated(Sold sold) {
        return -ledger.about(sold.order.value()).stream()
                .filter(entry -> entry.kind() == Entry.Kind.COMPENSATION)
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.account().equals(Account.free(ShopId.parse(sold.shop.id()))))
                .mapToLong(posting -> posting.amount().minor())
                .sum();
    }

    private String disputed(Sold sold, String reason) {
        var wish = sold.ask("refund", reason);
        sold.shops(wish, "answer", "{\"agree\": false, \"words\": \"It is real\"}");
        sold.mine(wish, "dispute", "{\"words\": \"Look at the seal\"}");
        return wish;
    }

    private int decide(String wish, String decision) {
        return premiere.operator(port)
                .browser()
                .post("/api/disputes/" + wish + "/decision", decision)
                .status();
    }

    @Test
    @Tag("EC-13")
    void aFakeCostsThreeTimesWhatWasPaidBesidesTheRefundOnce() throws InterruptedException, ExecutionException {
        var sold = received(street.shop(port, 9));
        var wish = disputed(sold, "fake");
        var decision = "{\"grant\": true, \"words\": \"The seal is false\", \"fake\": true}";
        var operators = List.of(
                premiere.operator(port).browser(), premiere.operator(port).browser());
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var calls = operators.stream()
                    .<Callable<Integer>>map(
                            operator -> () -> operator.post("/api/disputes/" + wish + "/decision", decision)
                                    .status())
                    .toList();
            for (Future<Integer> each : threads.invokeAll(calls)) {
                statuses.add(each.get());
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(compensated(sold)).isEqualTo(3 * 2 * PRICE);
        var given = sold.delivery().path("compensations");
        assertThat(given).hasSize(1);
        assertThat(given.at("/0/cause").asString()).isEqualTo("fake");
        var shop = ledger.balance(Account.free(ShopId.parse(sold.shop.id())), Currency.getInstance("CNY"));
        assertThat(shop.minor()).isEqualTo(-3 * 2 * PRICE);
    }

    @Test
    @Tag("EC-13")
    void onlyAGrantedDisputeAboutAFakeCostsThreeTimes() {
        var sold = received(street.shop(port, 9));
        var real = disputed(sold, "fake");
        assertThat(decide(real, "{\"grant\": false, \"words\": \"It is real\", \"fake\": true}"))
                .isEqualTo(422);
        assertThat(decide(real, "{\"grant\": false, \"words\": \"It is real\"}"))
                .isEqualTo(200);
        var broken = disputed(sold, "damaged");
        assertThat(decide(broken, "{\"grant\": true, \"words\": \"It is broken\", \"fake\": true}"))
                .isEqualTo(422);
        assertThat(decide(broken, "{\"grant\": true, \"words\": \"It is broken\"}"))
                .isEqualTo(200);
        assertThat(compensated(sold)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "return,   changed-mind,     false, 0",
        "return,   changed-mind,     true,  1000",
        "return,   damaged,          false, 1000",
        "return,   damaged,          true,  1000",
        "exchange, wrong-item,       false, 1000",
        "exchange, changed-mind,     false, 0",
        "refund,   not-as-described, true,  0",
    })
    @Tag("EC-12")
    void whoPaysTheWayBack(String kind, String reason, boolean insured, long amount) {
        var sold = received(insured(street.shop(port, 9), insured));
        assertThat(sold.delivery().at("/insured/0").asBoolean()).isEqualTo(insured);
        comeBack(sold, kind, reason);
        assertThat(compensated(sold)).isEqualTo(amount);
    }

    private static void comeBack(Sold sold, String kind, String reason) {
        var wish = sold.ask(kind, reason);
        sold.shops(wish, "answer", "{\"agree\": true, \"backTo\": \"here\"}");
        if (kind.equals("refund")) {
            return;
        }
        sold.mine(wish, "parcel", PARCEL);
        sold.shops(wish, "arrival", "{\"accept\": true, \"sound\": true}");
        if (kind.equals("exchange")) {
            sold.shops(wish, "replacement", PARCEL);
        }
    }

    @Test
    @Tag("EC-12")
    void anOrderKeepsTheTermsUnderWhichItWasPlaced() {
        var shop = insured(street.shop(port, 20), true);
        var before = received(shop);
        insured(shop, false);
        var after = received(shop);
        comeBack(before, "return", "changed-mind");
        comeBack(after, "return", "changed-mind");
        assertThat(compensated(before)).isEqualTo(WAY_BACK);
        assertThat(compensated(after)).isZero();
        insured(shop, true);
        assertThat(after.delivery().at("/insured/0").asBoolean()).isFalse();
    }

    @Test
    void itIsInTheShopsStatementAndTheBooksAgree() {
        var sold = received(street.shop(port, 9));
        comeBack(sold, "return", "damaged");
        var statement = Street.must(200, sold.shop.merchant().get("/api/me/shop/statement"));
        assertThat(statement.path("lines")).anySatisfy(line -> {
            assertThat(line.path("what").asString()).isEqualTo("compensations");
            assertThat(line.at("/amount/minor").asLong()).isEqualTo(-WAY_BACK);
        });
    }
}
