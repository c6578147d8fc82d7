package org.kanmai.app.promotion.coupons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a coupon of the site is for: some products, whole shops, whole categories with all that lies in them. */
@KanmaiTest
@Tag("SF-03")
class ReachTests {
    private final Street street;
    private final Premiere premiere;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    ReachTests(Street street, Premiere premiere, TestClock clock, JdbcClient jdbc, @LocalServerPort int port) {
        this.street = street;
        this.premiere = premiere;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    private Answer make(Browser maker, String path, String reach) {
        var now = clock.instant();
        return maker.post(path, """
                {"name": "平台券", "kind": "amount", "off": {"minor": 500, "currency": "CNY"}, "way": "public", %s,
                 "startsAt": "%s", "endsAt": "%s", "hours": 24, "budget": {"minor": 9000, "currency": "CNY"}, "pieces": 9, "most": 1}""".formatted(reach, now.minusSeconds(1), now.plusSeconds(864_000)));
    }

    private String ofSite(String reach) {
        return Street.must(201, make(premiere.operator(port).browser(), "/api/site-coupons", reach))
                .at("/coupon/id")
                .asString();
    }

    private static void take(Buyer buyer, String coupon) {
        Street.must(204, buyer.browser().post("/api/coupons/" + coupon + "/vouchers", ""));
    }

    private static long total(Buyer buyer, Shop shop) {
        return Street.quote(buyer, shop.sku(), 1).at("/total/minor").asLong();
    }

    private static boolean offered(Buyer buyer, Shop shop, String coupon) {
        return Street.must(200, buyer.browser().get("/api/products/" + shop.product() + "/coupons"))
                .path("items")
                .valueStream()
                .anyMatch(each -> each.at("/coupon/id").asString().equals(coupon));
    }

    @Test
    void aWholeShopIsNamedAndNoOtherHasIt() {
        var named = street.shop(port, 9);
        var other = street.shop(port, 9);
        var buyer = street.buyer(port);
        var coupon = ofSite("\"shops\": [\"%s\"]".formatted(named.id()));
        take(buyer, coupon);
        assertThat(offered(buyer, named, coupon)).isTrue();
        assertThat(offered(buyer, other, coupon)).isFalse();
        assertThat(total(buyer, named)).isEqualTo(1_990 - 500);
        assertThat(total(buyer, other)).isEqualTo(1_990);
    }

    /** The product lies in a category below the one that is named; the price is the same a second later, when the offer is still known. */
    @Test
    void aCategoryIsNamedWithAllThatLiesInIt() {
        var tea = street.shop(port, 9);
        var other = street.shop(port, 9);
        var operator = premiere.operator(port).browser();
        var top = category(operator, "null");
        var below = category(operator, Integer.toString(top));
        jdbc.sql("update catalog.product set category = :category where id = :id")
                .param("category", below)
                .param("id", Long.parseLong(tea.product()))
                .update();
        var buyer = street.buyer(port);
        var coupon = ofSite("\"categories\": [%d]".formatted(top));
        take(buyer, coupon);
        assertThat(offered(buyer, tea, coupon)).isTrue();
        assertThat(offered(buyer, other, coupon)).isFalse();
        assertThat(total(buyer, other)).isEqualTo(1_990);
        var quote = Street.quote(buyer, tea.sku(), 1);
        assertThat(quote.at("/total/minor").asLong()).isEqualTo(1_490);
        assertThat(placed(buyer, tea, quote).at("/items/0/total/minor").asLong())
                .isEqualTo(1_490);
    }

    private static int category(Browser operator, String parent) {
        var name = UUID.randomUUID().toString().substring(0, 8);
        return Street.must(201, operator.post("/api/categories", """
                {"parent": %s, "name": {"zh": "%s", "en": "%s"}}""".formatted(parent, name, name)))
                .path("id")
                .asInt();
    }

    private static JsonNode placed(Buyer buyer, Shop shop, JsonNode quote) {
        var voucher = quote.at("/orders/0/explained")
                .valueStream()
                .filter(term -> term.hasNonNull("coupon"))
                .findFirst()
                .orElseThrow()
                .at("/coupon/voucher")
                .asString();
        return Street.must(201, buyer.browser().post("/api/orders", """
                {"key": "%s", "quote": "%s", "lines": [{"sku": "%s", "units": 1}], "address": "%s", "coupons": ["%s"]}""".formatted(
                        UUID.randomUUID(), quote.path("id").asString(), shop.sku(), buyer.address(), voucher)));
    }

    @Test
    void aProductOfAnyShopCanBeNamedBesideAShop() {
        var one = street.shop(port, 9);
        var other = street.shop(port, 9);
        var third = street.shop(port, 9);
        var buyer = street.buyer(port);
        take(buyer, ofSite("\"products\": [\"%s\"], \"shops\": [\"%s\"]".formatted(one.product(), other.id())));
        assertThat(total(buyer, one)).isEqualTo(1_490);
        assertThat(total(buyer, other)).isEqualTo(1_490);
        assertThat(total(buyer, third)).isEqualTo(1_990);
    }

    @Test
    void onlyTheSiteNamesShopsAndOnlyWhatThereIs() {
        var shop = street.shop(port, 9);
        var own = "\"shops\": [\"%s\"]".formatted(shop.id());
        assertThat(make(shop.merchant(), "/api/me/shop/coupons", own).status()).isEqualTo(422);
        var operator = premiere.operator(port).browser();
        assertThat(make(operator, "/api/site-coupons", "\"shops\": [\"17\"]").status())
                .isEqualTo(422);
        assertThat(make(operator, "/api/site-coupons", "\"categories\": [-1]").status())
                .isEqualTo(422);
        var twice = "\"shops\": [\"%s\", \"%s\"]".formatted(shop.id(), shop.id());
        assertThat(make(operator, "/api/site-coupons", twice).status()).isEqualTo(422);
    }
}
