package org.kanmai.app.aftersales.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How a shop's record becomes its credit, and who puts a shop on the blacklist. */
@KanmaiTest
@Tag("EC-16")
class CreditLifeTests {
    private final Street street;
    private final Premiere premiere;
    private final Credits credits;
    private final CreditClock creditClock;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    CreditLifeTests(
            Street street,
            Premiere premiere,
            Credits credits,
            CreditClock creditClock,
            TestClock clock,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.street = street;
        this.premiere = premiere;
        this.credits = credits;
        this.creditClock = creditClock;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    private void look(Shop shop) {
        var owner = jdbc.sql("select owner from catalog.shop where id = :shop")
                .param("shop", Long.parseLong(shop.id()))
                .query((row, number) -> new PersonId(row.getLong("owner")))
                .single();
        credits.look(ShopId.parse(shop.id()), owner);
    }

    private static JsonNode own(Shop shop) {
        return Street.must(200, shop.merchant().get("/api/me/shop/credit"));
    }

    private JsonNode publicly(Shop shop) {
        return Street.must(200, new Browser(port).get("/api/shops/" + shop.id() + "/credit"));
    }

    private Browser operator() {
        return premiere.operator(port).browser();
    }

    private static double figure(JsonNode own, int term) {
        return own.at("/now/terms/" + term + "/figure").asDouble();
    }

    /** Writes so many orders down that were sent and received in time. */
    private void sold(Shop shop, int orders) {
        jdbc.sql("""
                insert into aftersales.sending (orders, shop, paid_at, shipped_at, received_at)
                select :shop - each, :shop, :now::timestamptz - interval '3 days', :now::timestamptz - interval '2 days',
                       :now::timestamptz - interval '1 day'
                  from generate_series(1, :orders) each
                """)
                .param("shop", Long.parseLong(shop.id()))
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("orders", orders)
                .update();
    }

    /** What was paid comes into the record a moment later. */
    private boolean isKnown(long order) {
        return jdbc.sql("select exists (select 1 from aftersales.sending where orders = :order)")
                .param("order", order)
                .query(Boolean.class)
                .single();
    }

    @Test
    void aRecordIsMadeOfWhatHappenedAndWrittenWhenItIsDifferent() {
        var shop = street.shop(port, 20);
        look(shop);
        assertThat(own(shop).at("/now/level").asString()).isEqualTo("new");
        sold(shop, 12);
        look(shop);
        look(shop);
        var own = own(shop);
        assertThat(own.path("history")).hasSize(2);
        assertThat(own.at("/now/version").asInt()).isEqualTo(Credit.VERSION);
        assertThat(own.at("/now/terms")).hasSize(4);

        var buyer = street.buyer(port);
        var placed = Street.must(201, Street.order(buyer, shop.sku(), 1));
        street.pay(port, placed);
        var order = Street.id(placed);
        clock.forward(Duration.ofHours(49));
        Street.must(200, shop.merchant().post("/api/me/shop/orders/" + order + "/shipment", """
                        {"carrier": "SF", "number": "SF12345"}"""));
        Street.must(200, buyer.browser().post("/api/me/orders/" + order + "/receipt", ""));
        Street.must(201, buyer.browser().post("/api/me/orders/" + order + "/reviews", """
                {"line": 0, "stars": 1, "words": "late"}"""));
        var wish = Street.must(201, buyer.browser().post("/api/me/orders/" + order + "/returns", """
                {"line": 0, "units": 1, "kind": "refund", "reason": "damaged", "words": ""}"""));
        var id = wish.path("id").asString();
        Street.must(
                200,
                shop.merchant()
                        .post("/api/me/shop/returns/" + id + "/answer", "{\"agree\": false, \"words\": \"no\"}"));
        Street.must(200, buyer.browser().post("/api/me/returns/" + id + "/dispute", "{\"words\": \"but\"}"));
        Street.must(200, operator().post("/api/disputes/" + id + "/decision", "{\"grant\": true, \"words\": \"so\"}"));
        await().atMost(Duration.ofSeconds(20)).until(() -> isKnown(order.value()));
        look(shop);
        own = own(shop);
        assertThat(figure(own, 0)).isEqualTo(21 / 6.0);
        assertThat(figure(own, 1)).isEqualTo(1 / 13.0);
        assertThat(figure(own, 2)).isEqualTo(1 / 13.0);
        assertThat(figure(own, 3)).isEqualTo(1 / 13.0);
        assertThat(own.path("history")).hasSize(3);
    }

    @Test
    void everyOpenShopIsLookedAtOnceADay() {
        var shop = street.shop(port, 1);
        creditClock.look();
        assertThat(own(shop).at("/now/level").asString()).isEqualTo("new");
        sold(shop, 12);
        creditClock.look();
        assertThat(own(shop).at("/now/level").asString()).isEqualTo("new");
        clock.forward(Duration.ofHours(25));
        creditClock.look();
        assertThat(own(shop).at("/now/level").asString()).isEqualTo("plain");
    }

    @Test
    @Tag("EC-17")
    void anHonestMerchantIsCalledSo() {
        var shop = street.shop(port, 1);
        sold(shop, 40);
        jdbc.sql("""
                insert into aftersales.review (id, orders, place, buyer, shop, product, title, options, stars, words, pictured,
                                               refunded, shown, at)
                select :shop - each, :shop - each, 0, 1, :shop, :product, 'tea', '{}', 5, '', false, false, true, :now
                  from generate_series(1, 40) each
                """)
                .param("shop", Long.parseLong(shop.id()))
                .param("product", Long.parseLong(shop.product()))
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .update();
        look(shop);
        assertThat(publicly(shop).path("level").asString()).isEqualTo("honest");
        assertThat(publicly(shop).path("mark").asString()).isEqualTo("honest-merchant");
        assertThat(own(shop).path("factor").asDouble()).isEqualTo(1.3);
    }

    @Test
    @Tag("EC-18")
    void twoOperatorsPutAShopOnTheBlacklistAndAThirdAnswersItsAppeal() {
        var shop = street.shop(port, 1);
        var first = operator();
        var second = operator();
        var asked = Street.must(201, first.post("/api/blacklistings", """
                {"shop": "%s", "reason": "fakes"}""".formatted(shop.id())));
        var path = "/api/blacklistings/" + asked.path("id").asString();
        assertThat(publicly(shop).path("mark").asString()).isEqualTo("none");
        assertThat(second.post("/api/blacklistings", """
                        {"shop": "%s", "reason": "fakes"}""".formatted(shop.id())).type())
                .endsWith("already-asked");
        assertThat(first.post(path + "/approval", "").type()).endsWith("second-operator-needed");
        assertThat(Street.must(200, second.post(path + "/approval", ""))
                        .path("state")
                        .asString())
                .isEqualTo("standing");
        assertThat(second.post(path + "/approval", "").type()).endsWith("blacklisting-state");
        assertThat(publicly(shop).path("mark").asString()).isEqualTo("blacklisted");
        assertThat(own(shop).path("factor").asDouble()).isEqualTo(0.3);
        assertThat(own(shop).at("/listed/reason").asString()).isEqualTo("fakes");

        Street.must(201, shop.merchant().post("/api/me/shop/credit/appeal", "{\"words\": \"they are real\"}"));
        assertThat(shop.merchant()
                        .post("/api/me/shop/credit/appeal", "{\"words\": \"really\"}")
                        .type())
                .endsWith("appealed");
        var answer = "{\"lift\": true, \"words\": \"so they are\"}";
        assertThat(first.post(path + "/answer", answer).type()).endsWith("second-operator-needed");
        assertThat(second.post(path + "/answer", answer).type()).endsWith("second-operator-needed");
        assertThat(Street.must(200, operator().post(path + "/answer", answer))
                        .path("state")
                        .asString())
                .isEqualTo("lifted");
        assertThat(publicly(shop).path("mark").asString()).isEqualTo("none");
        assertThat(own(shop).at("/listed/answer").asString()).isEqualTo("so they are");
    }

    @Test
    @Tag("EC-18")
    void whatIsRefusedHasNoEffect() {
        var shop = street.shop(port, 1);
        var operator = operator();
        var asked = Street.must(201, operator.post("/api/blacklistings", """
                {"shop": "%s", "reason": "a mistake"}""".formatted(shop.id())));
        var path = "/api/blacklistings/" + asked.path("id").asString();
        Street.must(200, operator.post(path + "/refusal", "{\"words\": \"taken back\"}"));
        assertThat(operator().post(path + "/approval", "").type()).endsWith("blacklisting-state");
        assertThat(publicly(shop).path("mark").asString()).isEqualTo("none");
        assertThat(shop.merchant()
                        .post("/api/me/shop/credit/appeal", "{\"words\": \"what\"}")
                        .status())
                .isEqualTo(404);
    }
}
