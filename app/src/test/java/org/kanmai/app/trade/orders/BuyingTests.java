package org.kanmai.app.trade.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.ledger.Posting;
import org.kanmai.app.payment.TrialProvider;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the price to the parcel and back. */
@KanmaiTest
@Tag("EC-09")
class BuyingTests {
    private static final Currency YUAN = Currency.getInstance("CNY");

    private final Street street;
    private final Ledger ledger;
    private final TrialProvider provider;
    private final OrderClocks clocks;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    BuyingTests(
            Street street,
            Ledger ledger,
            TrialProvider provider,
            OrderClocks clocks,
            TestClock clock,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.street = street;
        this.ledger = ledger;
        this.provider = provider;
        this.clocks = clocks;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    private int free(Shop shop) {
        return jdbc.sql("select free from catalog.stock where sku = :sku")
                .param("sku", Long.parseLong(shop.sku()))
                .query(Integer.class)
                .single();
    }

    private long clearing(Buyer buyer) {
        var me = buyer.browser().get("/api/me").json().at("/person/id").asString();
        return ledger.balance(Account.clearing(PersonId.parse(me)), YUAN).minor();
    }

    private long held(Shop shop) {
        return ledger.balance(Account.held(ShopId.parse(shop.id())), YUAN).minor();
    }

    private long freed(Shop shop) {
        return ledger.balance(Account.free(ShopId.parse(shop.id())), YUAN).minor();
    }

    @Test
    void anOrderIsPaidShippedAndReceivedAndItsMoneyGoesToWhoHasAShare() {
        var shop = street.shop(port, 5);
        var buyer = street.buyer(port);
        var placed = Street.must(201, Street.order(buyer, shop.sku(), 2));
        var id = Street.id(placed);
        assertThat(free(shop)).isEqualTo(3);
        assertThat(placed.at("/items/0/total/minor").asLong()).isEqualTo(3980);
        assertThat(placed.at("/items/0/total").propertyNames()).containsExactly("minor", "currency");
        assertThat(placed.at("/payment/opens").asString()).isEqualTo("tab");

        street.pay(port, placed);
        var paid = Street.seen(buyer, id);
        assertThat(paid.path("state").asString()).isEqualTo("paid");
        assertThat(paid.path("test").asBoolean()).isTrue();
        assertThat(clearing(buyer)).isZero();
        assertThat(held(shop)).isEqualTo(3781);
        assertThat(ledger.about(id.value()).stream()
                        .flatMap(entry -> entry.postings().stream())
                        .filter(posting -> posting.account().equals(Account.fees()))
                        .mapToLong(posting -> posting.amount().minor())
                        .sum())
                .isEqualTo(199);

        var own = "/api/me/shop/orders/" + id;
        assertThat(Street.must(200, shop.merchant().get(own))
                        .at("/address/phone")
                        .asString())
                .isEqualTo("13800138000");
        var shipped = shop.merchant().post(own + "/shipment", "{\"carrier\": \"顺丰\", \"number\": \"SF1234567\"}");
        assertThat(Street.must(200, shipped).path("state").asString()).isEqualTo("shipped");
        var received = buyer.browser().post("/api/me/orders/" + id + "/receipt", "");
        assertThat(Street.must(200, received).path("state").asString()).isEqualTo("received");
        assertThat(received.json().path("address").isNull()).isTrue();

        clock.forward(Duration.ofDays(8));
        clocks.goOn();
        assertThat(held(shop)).isZero();
        assertThat(freed(shop)).isEqualTo(3781);
    }

    @Test
    void aMerchantsLookAtAnAddressIsOnTheBuyersRecord() {
        var shop = street.shop(port, 1);
        var buyer = street.buyer(port);
        var placed = street.placed(buyer, shop);
        street.pay(port, placed);
        shop.merchant().get("/api/me/shop/orders/" + Street.id(placed));
        var readings = buyer.browser().get("/api/me/data-access").json().path("items");
        assertThat(readings.path(0).path("field").asString()).isEqualTo("address");
        assertThat(readings.path(0).path("reason").asString())
                .contains(Street.id(placed).toString());
    }

    @Test
    void aPriceThatChangedInBetweenIsShownAndNotCharged() {
        var shop = street.shop(port, 5);
        var buyer = street.buyer(port);
        var seen = Street.quote(buyer, shop.sku(), 1).path("id").asString();
        Street.must(200, shop.merchant().get("/api/me/products/" + shop.product()));
        assertThat(shop.merchant()
                        .patch("/api/me/skus/" + shop.sku(), "{\"price\": {\"minor\": 2490, \"currency\": \"CNY\"}}")
                        .status())
                .isEqualTo(204);
        var refused = Street.order(buyer, UUID.randomUUID().toString(), seen, shop.sku(), 1);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).endsWith("price-changed");
        assertThat(refused.json().at("/quote/total/minor").asLong()).isEqualTo(2490);
        assertThat(free(shop)).isEqualTo(5);
        assertThat(buyer.browser().get("/api/me/orders").json().path("items")).isEmpty();
    }

    @Test
    void moreThanIsLeftIsRefusedAndSaysHowManyThereAre() {
        var shop = street.shop(port, 1);
        var refused = Street.order(street.buyer(port), shop.sku(), 2);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).endsWith("out-of-stock");
        assertThat(refused.json().at("/short/0/free").asInt()).isEqualTo(1);
        assertThat(free(shop)).isEqualTo(1);
    }

    @Test
    void theSameKeyIsOneOrderWhateverHappensToPriceAndStockMeanwhile() {
        var shop = street.shop(port, 1);
        var buyer = street.buyer(port);
        var key = UUID.randomUUID().toString();
        var seen = Street.quote(buyer, shop.sku(), 1).path("id").asString();
        var first = Street.must(201, Street.order(buyer, key, seen, shop.sku(), 1));
        var again = Street.must(201, Street.order(buyer, key, seen, shop.sku(), 1));
        assertThat(Street.id(again)).isEqualTo(Street.id(first));
        assertThat(Street.payment(again)).isEqualTo(Street.payment(first));
        assertThat(free(shop)).isZero();
        assertThat(buyer.browser().get("/api/me/orders").json().path("items")).hasSize(1);
    }

    @Test
    void theSameKeyIsAnsweredAlsoWhenItIsPaidAndNoLongerOffered() {
        var shop = street.shop(port, 1);
        var buyer = street.buyer(port);
        var key = UUID.randomUUID().toString();
        var seen = Street.quote(buyer, shop.sku(), 1).path("id").asString();
        var first = Street.must(201, Street.order(buyer, key, seen, shop.sku(), 1));
        street.pay(port, first);
        shop.merchant().delete("/api/me/products/" + shop.product() + "/listing", "");
        var again = Street.must(201, Street.order(buyer, key, seen, shop.sku(), 1));
        assertThat(Street.id(again)).isEqualTo(Street.id(first));
        assertThat(again.path("payment").isNull()).isTrue();
    }

    @Test
    void aKeyThatHasOrderedAPartDoesNotOrderTheRestWithoutItsUnits() {
        var tea = street.shop(port, 5);
        var cups = street.shop(port, 5);
        var buyer = street.buyer(port);
        var key = UUID.randomUUID().toString();
        var part = Street.quote(buyer, cups.sku(), 1).path("id").asString();
        Street.must(201, Street.order(buyer, key, part, cups.sku(), 1));
        var both =
                "[{\"sku\": \"%s\", \"units\": 1}, {\"sku\": \"%s\", \"units\": 1}]".formatted(tea.sku(), cups.sku());
        var quote = Street.must(200, buyer.browser().post("/api/quotes", "{\"lines\": " + both + "}"));
        var refused = buyer.browser()
                .post("/api/orders", """
                {"key": "%s", "quote": "%s", "lines": %s, "address": "%s"}""".formatted(key, quote.path("id").asString(), both, buyer.address()));
        assertThat(refused.type()).endsWith("key-used");
        assertThat(buyer.browser().get("/api/me/orders").json().path("items")).hasSize(1);
        assertThat(free(tea)).isEqualTo(5);
    }

    @Test
    void anUnpaidOrderExpiresAndMoneyThatComesLateGoesBack() {
        var shop = street.shop(port, 1);
        var buyer = street.buyer(port);
        var placed = street.placed(buyer, shop);
        clock.forward(Duration.ofMinutes(16));
        clocks.expire();
        assertThat(Street.seen(buyer, Street.id(placed)).path("closed").asString())
                .isEqualTo("expired");
        assertThat(free(shop)).isEqualTo(1);

        street.pay(port, placed);
        assertThat(Street.state(buyer, Street.id(placed))).isEqualTo("closed");
        var refunds = org.awaitility.Awaitility.await()
                .until(() -> provider.refunds(Street.payment(placed)), each -> !each.isEmpty());
        assertThat(refunds)
                .singleElement()
                .satisfies(refund -> assertThat(refund.amount().minor()).isEqualTo(1990));
        org.awaitility.Awaitility.await().until(() -> clearing(buyer) == 0);
        assertThat(held(shop)).isZero();
    }

    @Test
    void aRefundReturnsEveryAccountToItsFormerState() {
        var shop = street.shop(port, 3);
        var buyer = street.buyer(port);
        var placed = street.placed(buyer, shop);
        street.pay(port, placed);
        var refunded = shop.merchant().post("/api/me/shop/orders/" + Street.id(placed) + "/refund", "");
        assertThat(Street.must(200, refunded).path("state").asString()).isEqualTo("refunded");
        org.awaitility.Awaitility.await()
                .until(() -> Street.seen(buyer, Street.id(placed))
                        .path("refund")
                        .asString()
                        .equals("done"));
        assertThat(held(shop)).isZero();
        assertThat(clearing(buyer)).isZero();
        var moved = ledger.about(Street.id(placed).value()).stream()
                .flatMap(entry -> entry.postings().stream())
                .collect(Collectors.groupingBy(
                        Posting::account,
                        Collectors.summingLong(posting -> posting.amount().minor())));
        assertThat(moved)
                .hasSize(4)
                .allSatisfy((account, sum) -> assertThat(sum).isZero());
        assertThat(free(shop)).isEqualTo(3);
        assertThat(shop.merchant()
                        .post("/api/me/shop/orders/" + Street.id(placed) + "/refund", "")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void moneyThatWasFreedAlreadyComesBackToo() {
        var shop = street.shop(port, 1);
        var buyer = street.buyer(port);
        var placed = street.placed(buyer, shop);
        var own = "/api/me/shop/orders/" + Street.id(placed);
        street.pay(port, placed);
        shop.merchant().post(own + "/shipment", "{\"carrier\": \"中通\", \"number\": \"ZT1234567\"}");
        buyer.browser().post("/api/me/orders/" + Street.id(placed) + "/receipt", "");
        clock.forward(Duration.ofDays(8));
        clocks.goOn();
        assertThat(freed(shop)).isEqualTo(1890);
        Street.must(200, shop.merchant().post(own + "/refund", ""));
        assertThat(freed(shop)).isZero();
        assertThat(held(shop)).isZero();
        assertThat(free(shop)).as("what was sent is not on the shelf").isZero();
    }

    @Test
    void forgedReplayedAndRepeatedNotificationsChangeNothing() {
        var shop = street.shop(port, 2);
        var buyer = street.buyer(port);
        var placed = street.placed(buyer, shop);
        var id = Street.payment(placed);
        var nonce = UUID.randomUUID().toString();
        assertThat(Street.notify(port, "PAID " + id + " 0 1990 CNY " + nonce, "forged")
                        .status())
                .isEqualTo(403);
        assertThat(Street.notify(port, "PAID " + id + " 0 1 CNY " + UUID.randomUUID(), "signed")
                        .type())
                .endsWith("payment-differs");
        assertThat(Street.state(buyer, Street.id(placed)))
                .as("one cent does not pay")
                .isEqualTo("placed");
        assertThat(street.told(port, "PAID", id, 0, nonce).status()).isEqualTo(204);
        assertThat(street.told(port, "PAID", id, 0, nonce).type()).endsWith("replayed");
        assertThat(street.told(port, "PAID", id, 0, UUID.randomUUID().toString())
                        .status())
                .isEqualTo(204);
        assertThat(street.told(port, "CLOSED", id, 0, UUID.randomUUID().toString())
                        .status())
                .isEqualTo(204);
        assertThat(Street.state(buyer, Street.id(placed))).isEqualTo("paid");
        assertThat(held(shop)).isEqualTo(1890);
    }

    @Test
    void aLostNotificationIsMadeUpForByAsking() {
        var shop = street.shop(port, 1);
        var buyer = street.buyer(port);
        var placed = street.placed(buyer, shop);
        provider.pay(Street.payment(placed));
        clock.forward(Duration.ofSeconds(20));
        org.awaitility.Awaitility.await()
                .until(() -> Street.state(buyer, Street.id(placed)).equals("paid"));
    }

    @Test
    void aBuyerTakesBackWhatIsNotSentAndNobodyElseMay() {
        var shop = street.shop(port, 2);
        var buyer = street.buyer(port);
        var stranger = street.buyer(port);
        var unpaid = Street.id(street.placed(buyer, shop));
        assertThat(stranger.browser().get("/api/me/orders/" + unpaid).status()).isEqualTo(404);
        assertThat(stranger.browser()
                        .post("/api/me/orders/" + unpaid + "/cancellation", "")
                        .status())
                .isEqualTo(404);
        var closed = buyer.browser().post("/api/me/orders/" + unpaid + "/cancellation", "");
        assertThat(Street.must(200, closed).path("closed").asString()).isEqualTo("cancelled");
        var placed = street.placed(buyer, shop);
        street.pay(port, placed);
        var back = buyer.browser().post("/api/me/orders/" + Street.id(placed) + "/cancellation", "");
        assertThat(Street.must(200, back).path("state").asString()).isEqualTo("refunded");
        assertThat(free(shop)).isEqualTo(2);
    }

    @Test
    void ordersOfSeveralShopsArePaidAtOnce() {
        var tea = street.shop(port, 1);
        var cups = street.shop(port, 1);
        var buyer = street.buyer(port);
        for (var shop : List.of(tea, cups)) {
            Street.must(200, buyer.browser().put("/api/me/cart/" + shop.sku(), "{\"units\": 1}"));
        }
        assertThat(buyer.browser().get("/api/me/cart").json().path("shops")).hasSize(2);
        var placed = street.placed(buyer, List.of(tea, cups));
        assertThat(placed.path("items")).hasSize(2);
        street.pay(port, placed);
        assertThat(held(tea)).isEqualTo(1890);
        assertThat(held(cups)).isEqualTo(1890);
        assertThat(buyer.browser().get("/api/me/cart").json().path("count").asInt())
                .isZero();
    }

    @Test
    void whatIsOutOfItsRulesIsRefused() {
        var shop = street.shop(port, 5);
        var buyer = street.buyer(port);
        var quote = Street.quote(buyer, shop.sku(), 1).path("id").asString();
        var key = UUID.randomUUID().toString();
        assertThat(Street.order(buyer, key, quote, shop.sku(), 100).status()).isEqualTo(422);
        assertThat(Street.order(buyer, key, quote, shop.sku(), 0).status()).isEqualTo(422);
        assertThat(Street.order(buyer, "' or 1=1", quote, shop.sku(), 1).status())
                .isEqualTo(422);
        assertThat(Street.order(buyer, key, quote, "1", 1).type()).endsWith("not-offered");
        var foreign = new Buyer(buyer.browser(), street.buyer(port).address());
        assertThat(Street.order(foreign, key, quote, shop.sku(), 1).status()).isEqualTo(422);
        assertThat(new Browser(port).post("/api/orders", "{}").status()).isEqualTo(401);
        assertThat(buyer.browser()
                        .call("POST", "/api/payments", "{\"orders\": [\"1\"], \"provider\": \"trial\"}", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(free(shop)).isEqualTo(5);
    }
}
