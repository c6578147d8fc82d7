package org.kanmai.app.trade.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ShopId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Freight and warehouses over HTTP: a line of the price, the shop's money, back with the order, and from where it is sent. */
@KanmaiTest
@Tag("EC-10")
class FreightOrderTests {
    private static final Currency YUAN = Currency.getInstance("CNY");
    private static final String BY_PIECE = """
            {"name": "Standard", "basis": "piece", "currency": "CNY", "rates": [
              {"regions": ["cn-zj", "cn-sh"], "first": 1, "firstMinor": 600, "next": 1, "nextMinor": 200, "freeFromMinor": 9900},
              {"regions": ["cn-bj"], "first": 1, "firstMinor": 900, "next": 1, "nextMinor": 300}]}""";

    private final Street street;
    private final PartsBack parts;
    private final Orders orders;
    private final Ledger ledger;
    private final TransactionOperations transactions;
    private final int port;

    FreightOrderTests(
            Street street,
            PartsBack parts,
            Orders orders,
            Ledger ledger,
            TransactionOperations transactions,
            @LocalServerPort int port) {
        this.street = street;
        this.parts = parts;
        this.orders = orders;
        this.ledger = ledger;
        this.transactions = transactions;
        this.port = port;
    }

    private Shop shop() {
        var shop = street.shop(port, 20);
        var made = Street.must(201, shop.merchant().post("/api/me/shop/freight", BY_PIECE));
        standard(shop, made.at("/schemes/0/id").asString());
        return shop;
    }

    private static JsonNode standard(Shop shop, String scheme) {
        return Street.must(
                200, shop.merchant().put("/api/me/shop/standard-freight", "{\"scheme\": \"%s\"}".formatted(scheme)));
    }

    private static void lives(Buyer buyer, String region) {
        Street.must(200, buyer.browser().put("/api/me/addresses/" + buyer.address(), """
                {"recipient": "李雷", "phone": "13800138000", "region": "%s", "street": "龙井路 1 号", "standard": true}""".formatted(region)));
    }

    private long held(Shop shop) {
        return ledger.balance(Account.held(ShopId.parse(shop.id())), YUAN).minor();
    }

    private long free(Shop shop) {
        return ledger.balance(Account.free(ShopId.parse(shop.id())), YUAN).minor();
    }

    private OrderId paid(Shop shop, Buyer buyer, int units) {
        var placed = Street.must(201, Street.order(buyer, shop.sku(), units));
        street.pay(port, placed);
        return Street.id(placed);
    }

    @Test
    void freightIsALineOfThePriceAndTheShopsAndGoesBackBeforeItIsSent() {
        var shop = shop();
        var buyer = street.buyer(port);
        var quote = Street.quote(buyer, shop.sku(), 2);
        assertThat(quote.at("/total/minor").asLong()).isEqualTo(3_980 + 800);
        assertThat(quote.at("/orders/0/explained/1/term").asString()).isEqualTo("shipping");
        assertThat(quote.at("/orders/0/explained/1/amount/minor").asLong()).isEqualTo(800);
        var id = paid(shop, buyer, 2);
        var seen = Street.seen(buyer, id);
        assertThat(seen.at("/total/minor").asLong()).isEqualTo(4_780);
        assertThat(seen.at("/explained/1/amount/minor").asLong()).isEqualTo(800);
        assertThat(held(shop)).as("no fee is taken of freight").isEqualTo(3_980 - 199 + 800);
        Street.must(200, buyer.browser().post("/api/me/orders/" + id + "/cancellation", ""));
        assertThat(held(shop)).isZero();
        assertThat(Street.quote(buyer, shop.sku(), 5).at("/total/minor").asLong())
                .as("free from 99.00 on")
                .isEqualTo(9_950);
    }

    @Test
    void whatASentOrderCostToSendIsTheShopsWhenItsUnitsComeBackWithoutAReason() {
        var shop = shop();
        var id = paid(shop, street.buyer(port), 2);
        orders.ship(id, new OrderRow.Parcel("SF", "SF-" + id));
        orders.receive(id);
        var back = transactions.execute(
                status -> parts.giveBack(new PartsBack.Units(id, 0, 2), "all", PartsBack.Postage.KEPT));
        assertThat(back).isNotNull();
        assertThat(back.minor()).isEqualTo(3_980);
        assertThat(held(shop)).isZero();
        assertThat(free(shop)).isEqualTo(800);
    }

    @Test
    void postageComesBackWithTheLastUnitsWhereTheShopIsAtFault() {
        var shop = shop();
        var id = paid(shop, street.buyer(port), 2);
        orders.ship(id, new OrderRow.Parcel("SF", "SF-" + id));
        var first = transactions.execute(
                status -> parts.giveBack(new PartsBack.Units(id, 0, 1), "one", PartsBack.Postage.BACK));
        var last = transactions.execute(
                status -> parts.giveBack(new PartsBack.Units(id, 0, 1), "two", PartsBack.Postage.BACK));
        assertThat(first).isNotNull();
        assertThat(last).isNotNull();
        assertThat(first.minor()).isEqualTo(1_990);
        assertThat(last.minor()).isEqualTo(1_990 + 800);
        assertThat(held(shop)).isZero();
    }

    @Test
    void whereTheShopDoesNotSendToNothingIsOrderedAndThePriceHangsOnTheAddress() {
        var shop = shop();
        var buyer = street.buyer(port);
        var near = Street.quote(buyer, shop.sku(), 1).path("id").asString();
        lives(buyer, "北京市朝阳区");
        var answer = Street.order(buyer, "key-" + buyer.address(), near, shop.sku(), 1);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).endsWith("price-changed");
        assertThat(answer.json().at("/quote/total/minor").asLong()).isEqualTo(1_990 + 900);
        lives(buyer, "西藏自治区拉萨市");
        var far = Street.quote(buyer, shop.sku(), 1);
        assertThat(far.at("/delivery/unserved/0").asString()).isEqualTo(shop.sku());
        var refused = Street.order(buyer, shop.sku(), 1);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).endsWith("region-not-served");
        assertThat(refused.json().at("/skus/0").asString()).isEqualTo(shop.sku());
    }

    @Test
    void whoHasNoAddressIsToldThatFreightIsMissing() {
        var shop = shop();
        var body = "{\"lines\": [{\"sku\": \"%s\", \"units\": 1}]}".formatted(shop.sku());
        var quote = Street.must(200, new Browser(port).post("/api/quotes", body));
        assertThat(quote.at("/delivery/addressNeeded").asBoolean()).isTrue();
    }

    @Test
    void aProductsOwnSchemeGoesBeforeTheShopsAndOnlyOnesOwnCanBeNamed() {
        var shop = shop();
        var made = Street.must(201, shop.merchant().post("/api/me/shop/freight", """
                {"name": "Heavy", "basis": "weight", "currency": "CNY", "rates": [
                  {"regions": ["cn-zj"], "first": 1000, "firstMinor": 1500, "next": 1000, "nextMinor": 500}]}"""));
        var heavy = made.at("/schemes/1/id").asString();
        var own = "/api/me/products/" + shop.product() + "/freight";
        Street.must(200, shop.merchant().put(own, "{\"scheme\": \"%s\", \"grams\": 1200}".formatted(heavy)));
        var buyer = street.buyer(port);
        assertThat(Street.quote(buyer, shop.sku(), 2).at("/total/minor").asLong())
                .isEqualTo(3_980 + 1_500 + 1_000);
        var foreign = street.shop(port, 1);
        assertThat(foreign.merchant()
                        .put(
                                "/api/me/products/" + foreign.product() + "/freight",
                                "{\"scheme\": \"%s\", \"grams\": 1}".formatted(heavy))
                        .status())
                .isEqualTo(404);
        assertThat(foreign.merchant()
                        .put("/api/me/shop/freight/" + heavy, BY_PIECE)
                        .status())
                .isEqualTo(404);
        assertThat(shop.merchant().post("/api/me/shop/freight", BY_PIECE).type())
                .endsWith("name-taken");
        Street.must(200, shop.merchant().delete("/api/me/shop/freight/" + heavy, ""));
        assertThat(Street.quote(buyer, shop.sku(), 2).at("/total/minor").asLong())
                .isEqualTo(3_980 + 800);
    }

    @Test
    void anOrderIsSentFromTheFirstWarehouseThatServesItsRegion() {
        var shop = street.shop(port, 20);
        var put = Street.must(200, shop.merchant().put("/api/me/shop/warehouses", """
                {"items": [{"name": "北京仓", "regions": ["cn-bj", "cn-tj"]}, {"name": "杭州仓", "regions": ["cn-zj"]}]}"""));
        var north = put.at("/items/0/id").asString();
        var east = put.at("/items/1/id").asString();
        var buyer = street.buyer(port);
        var near = paid(shop, buyer, 1);
        lives(buyer, "云南省大理市");
        var other = paid(shop, buyer, 1);
        var fromEast = Street.must(200, shop.merchant().get("/api/me/shop/unsent?warehouse=" + east));
        assertThat(fromEast.path("items").size()).isEqualTo(1);
        assertThat(fromEast.at("/items/0/id").asString()).isEqualTo(near.toString());
        var all = Street.must(200, shop.merchant().get("/api/me/shop/unsent"));
        assertThat(all.at("/items/0/id").asString()).isEqualTo(other.toString());
        assertThat(all.at("/items/0/warehouse").asString())
                .as("no other serves it")
                .isEqualTo(north);
        assertThat(shop.merchant()
                        .get("/api/me/shop/unsent/file?warehouse=" + east)
                        .body())
                .contains(near.toString())
                .doesNotContain(other.toString());
        assertThat(street.shop(port, 1)
                        .merchant()
                        .put("/api/me/shop/warehouses", """
                {"items": [{"id": "%s", "name": "Mine", "regions": ["cn-bj"]}]}""".formatted(east))
                        .status())
                .isEqualTo(404);
    }
}
