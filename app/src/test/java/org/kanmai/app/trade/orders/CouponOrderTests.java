package org.kanmai.app.trade.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.trade.orders.OrderRow.Closing;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.ShopId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Coupons over HTTP: made, taken, used for orders, paid for by whoever made them, given back. */
@KanmaiTest
@Tag("SF-03")
class CouponOrderTests {
    private static final Currency YUAN = Currency.getInstance("CNY");

    private final Street street;
    private final Premiere premiere;
    private final Orders orders;
    private final Ledger ledger;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    CouponOrderTests(
            Street street,
            Premiere premiere,
            Orders orders,
            Ledger ledger,
            TestClock clock,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.street = street;
        this.premiere = premiere;
        this.orders = orders;
        this.ledger = ledger;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    private Answer make(Browser maker, String address, String way, int off, int from, int budget, int pieces) {
        var now = clock.instant();
        return maker.post(address, """
                {"name": "春茶券", "kind": "amount", "off": {"minor": %d, "currency": "CNY"}, "threshold": {"minor": %d, "currency": "CNY"},
                 "way": "%s", "code": "TEA%s", "startsAt": "%s", "endsAt": "%s", "hours": 24,
                 "budget": {"minor": %d, "currency": "CNY"}, "pieces": %d, "most": 1}""".formatted(
                        off,
                        from,
                        way,
                        UUID.randomUUID().toString().substring(0, 8),
                        now.minusSeconds(1),
                        now.plusSeconds(864_000),
                        budget,
                        pieces));
    }

    private String ofShop(Shop shop, int off, int from, int budget, int pieces) {
        return Street.must(201, make(shop.merchant(), "/api/me/shop/coupons", "public", off, from, budget, pieces))
                .at("/coupon/id")
                .asString();
    }

    private JsonNode ofSite(String way, int off, int budget) {
        var operator = premiere.operator(port).browser();
        return Street.must(201, make(operator, "/api/site-coupons", way, off, 0, budget, 100));
    }

    private static Answer take(Buyer buyer, String coupon) {
        return buyer.browser().post("/api/coupons/" + coupon + "/vouchers", "");
    }

    private static List<String> vouchers(JsonNode quote) {
        return quote.at("/orders")
                .valueStream()
                .flatMap(order -> order.path("explained").valueStream())
                .filter(term -> term.hasNonNull("coupon"))
                .map(term -> term.at("/coupon/voucher").asString())
                .distinct()
                .toList();
    }

    private static Answer order(Buyer buyer, Shop shop, int units, JsonNode quote, String key) {
        var coupons = vouchers(quote).stream().map("\"%s\""::formatted).toList();
        return buyer.browser().post("/api/orders", """
                {"key": "%s", "quote": "%s", "lines": [{"sku": "%s", "units": %d}], "address": "%s", "coupons": %s, "provider": "trial"}""".formatted(
                        key, quote.path("id").asString(), shop.sku(), units, buyer.address(), coupons));
    }

    private static JsonNode ordered(Buyer buyer, Shop shop, int units) {
        var quote = Street.quote(buyer, shop.sku(), units);
        return Street.must(
                201, order(buyer, shop, units, quote, UUID.randomUUID().toString()));
    }

    private long held(String coupon) {
        return jdbc.sql("select held from promotion.coupon where id = :id")
                .param("id", Long.parseLong(coupon))
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private long promotion() {
        return ledger.balance(Account.promotion(), YUAN).minor();
    }

    private long shops(Shop shop) {
        return ledger.balance(Account.held(ShopId.parse(shop.id())), YUAN).minor();
    }

    @Test
    @Tag("EC-21")
    void bothFundersPayTheirPartAndARefundGivesEveryShareBack() {
        var shop = street.shop(port, 10);
        var buyer = street.buyer(port);
        var coupon = ofShop(shop, 300, 1_000, 10_000, 5);
        var site = ofSite("code", 500, 10_000);
        Street.must(204, take(buyer, coupon));
        Street.must(
                204,
                buyer.browser()
                        .post(
                                "/api/me/vouchers",
                                "{\"code\": \"%s\"}".formatted(site.path("code").asString())));
        long before = promotion();

        var quote = Street.quote(buyer, shop.sku(), 2);
        assertThat(quote.at("/total/minor").asLong()).isEqualTo(3_980 - 800);
        assertThat(Street.quote(street.buyer(port), shop.sku(), 2)
                        .at("/total/minor")
                        .asLong())
                .isEqualTo(3_980);
        var placed =
                Street.must(201, order(buyer, shop, 2, quote, UUID.randomUUID().toString()));
        assertThat(placed.at("/items/0/total/minor").asLong()).isEqualTo(3_180);
        assertThat(placed.at("/items/0/lines/0/off/shop/minor").asLong()).isEqualTo(300);
        assertThat(placed.at("/items/0/lines/0/off/site/minor").asLong()).isEqualTo(500);
        assertThat(held(coupon)).isEqualTo(300);

        street.pay(port, placed);
        assertThat(Street.state(buyer, Street.id(placed))).isEqualTo("paid");
        assertThat(promotion() - before).isEqualTo(-500);
        assertThat(shops(shop)).isEqualTo(3_680 - 184);
        Street.must(200, buyer.browser().post("/api/me/orders/" + Street.id(placed) + "/cancellation", ""));
        assertThat(promotion()).isEqualTo(before);
        assertThat(shops(shop)).isZero();
        assertThat(held(coupon)).isZero();
        assertThat(held(site.at("/coupon/id").asString())).isZero();
        assertThat(Street.quote(buyer, shop.sku(), 2).at("/total/minor").asLong())
                .isEqualTo(3_180);
    }

    @Test
    void aLostAnswerIsAnsweredAgainAndAUsedVoucherTakesOffNothingMore() {
        var shop = street.shop(port, 10);
        var buyer = street.buyer(port);
        Street.must(204, take(buyer, ofShop(shop, 300, 1_000, 10_000, 5)));
        var quote = Street.quote(buyer, shop.sku(), 1);
        var key = UUID.randomUUID().toString();
        var first = Street.must(201, order(buyer, shop, 1, quote, key));
        assertThat(Street.id(Street.must(201, order(buyer, shop, 1, quote, key))))
                .isEqualTo(Street.id(first));
        var other = order(buyer, shop, 1, quote, UUID.randomUUID().toString());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.type()).endsWith("price-changed");
        assertThat(orders.close(Street.id(first), Closing.EXPIRED)).isTrue();
        assertThat(Street.quote(buyer, shop.sku(), 1).at("/total/minor").asLong())
                .isEqualTo(1_690);
    }

    @Test
    void onePersonHasOneAndNoMorePiecesAreTakenThanThereAre() {
        var shop = street.shop(port, 10);
        var buyer = street.buyer(port);
        var coupon = ofShop(shop, 300, 1_000, 10_000, 1);
        Street.must(204, take(buyer, coupon));
        assertThat(take(buyer, coupon).type()).endsWith("coupon-had");
        assertThat(take(street.buyer(port), coupon).type()).endsWith("coupons-taken");
        var strip = Street.must(200, buyer.browser().get("/api/products/" + shop.product() + "/coupons"));
        assertThat(strip.path("items")
                        .valueStream()
                        .map(each -> each.at("/coupon/id").asString()))
                .doesNotContain(coupon);
        var own = Street.must(200, buyer.browser().get("/api/me/vouchers"));
        assertThat(own.at("/items/0/state").asString()).isEqualTo("free");
    }

    @Test
    void whatIsNearlyReachedIsNamedAndWhatIsOverIsNot() {
        var shop = street.shop(port, 10);
        var buyer = street.buyer(port);
        Street.must(204, take(buyer, ofShop(shop, 2_000, 3_000, 10_000, 5)));
        var quote = Street.quote(buyer, shop.sku(), 1);
        assertThat(quote.at("/coupons/near/0/missing/minor").asLong()).isEqualTo(1_010);
        assertThat(Street.quote(buyer, shop.sku(), 2).at("/total/minor").asLong())
                .isEqualTo(1_980);
        clock.forward(Duration.ofHours(25));
        assertThat(Street.quote(buyer, shop.sku(), 2).at("/total/minor").asLong())
                .isEqualTo(3_980);
    }

    @Test
    void aFirstOrderIsOnceForEver() {
        var shop = street.shop(port, 10);
        var buyer = street.buyer(port);
        var now = clock.instant();
        var made = Street.must(201, premiere.operator(port).browser().post("/api/site-coupons", """
                {"name": "新人首单", "kind": "first-order", "off": {"minor": 500, "currency": "CNY"}, "way": "public",
                 "startsAt": "%s", "endsAt": "%s", "hours": 24, "budget": {"minor": 5000, "currency": "CNY"}, "pieces": 10, "most": 1,
                 "products": ["%s"]}""".formatted(
                        now.minusSeconds(1), now.plusSeconds(86_400), shop.product())));
        Street.must(204, take(buyer, made.at("/coupon/id").asString()));
        var placed = ordered(buyer, shop, 1);
        assertThat(placed.at("/items/0/total/minor").asLong()).isEqualTo(1_490);
        street.pay(port, placed);
        Street.must(200, buyer.browser().post("/api/me/orders/" + Street.id(placed) + "/cancellation", ""));
        var again = Street.quote(buyer, shop.sku(), 1);
        assertThat(again.at("/total/minor").asLong()).isEqualTo(1_990);
        assertThat(again.at("/coupons/refused/0/reason").asString()).isEqualTo("ordered-before");
    }

    /** Six people who saw the price with the coupon order at once; the budget reaches for three of them. */
    @Test
    void theBudgetIsNeverExceeded() throws Exception {
        var shop = street.shop(port, 20);
        var coupon = ofShop(shop, 300, 1_000, 900, 10);
        var asks = new ArrayList<Callable<Answer>>();
        for (int each = 0; each < 6; each++) {
            var buyer = street.buyer(port);
            Street.must(204, take(buyer, coupon));
            var quote = Street.quote(buyer, shop.sku(), 1);
            asks.add(() -> Street.patient(
                    () -> order(buyer, shop, 1, quote, UUID.randomUUID().toString())));
        }
        int placed = 0;
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var answer : threads.invokeAll(asks)) {
                placed += answer.get().status() == 201 ? 1 : 0;
            }
        }
        assertThat(placed).isEqualTo(3);
        assertThat(held(coupon)).isEqualTo(900);
    }

    @Test
    void foreignAndMalformedCouponsAreRefused() {
        var shop = street.shop(port, 10);
        var other = street.shop(port, 10);
        var coupon = ofShop(shop, 300, 1_000, 900, 10);
        assertThat(other.merchant().delete("/api/me/shop/coupons/" + coupon, "").status())
                .isEqualTo(404);
        assertThat(make(shop.merchant(), "/api/me/shop/coupons", "public", 300, 200, 900, 10)
                        .status())
                .isEqualTo(422);
        assertThat(make(shop.merchant(), "/api/me/shop/coupons", "public", 0, 0, 900, 10)
                        .status())
                .isEqualTo(422);
        assertThat(make(shop.merchant(), "/api/me/shop/coupons", "public", 300, 1_000, 200, 10)
                        .status())
                .isEqualTo(422);
        Street.must(204, shop.merchant().delete("/api/me/shop/coupons/" + coupon, ""));
        assertThat(take(street.buyer(port), coupon).type()).endsWith("coupon-over");
    }
}
