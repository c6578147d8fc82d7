package org.kanmai.app.trade.orders;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kanmai.app.catalog.Stall;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.payment.TrialProvider;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PaymentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Shops with something listed in them, and people who buy it, over HTTP as anybody does. */
@Component
public class Street {
    private final Stall stall;
    private final Premiere premiere;
    private final JdbcClient jdbc;
    private final TrialProvider provider;
    private final Sales sales;

    Street(Stall stall, Premiere premiere, JdbcClient jdbc, TrialProvider provider, Sales sales) {
        this.sales = sales;
        this.stall = stall;
        this.premiere = premiere;
        this.jdbc = jdbc;
        this.provider = provider;
    }

    /** A shop that sells one thing. */
    public record Shop(Browser merchant, String id, String product, String sku) {}

    /** Somebody with an address. */
    public record Buyer(Browser browser, String address) {}

    /** Opens a shop in which one product is listed, at 19.90. */
    public Shop shop(int port, int stock) {
        var merchant = stall.merchant(port);
        var made = must(201, merchant.post("/api/products", """
                {"title": "明前龙井", "skus": [{"price": {"minor": 1990, "currency": "CNY"}, "stock": %d}]}""".formatted(stock)));
        var product = made.path("id").asString();
        merchant.put("/api/me/products/" + product + "/pictures/0", Stall.png(600, 600));
        must(200, merchant.post("/api/me/products/" + product + "/submission", ""));
        approve(port, product);
        return new Shop(
                merchant,
                must(200, merchant.get("/api/me/shop")).path("id").asString(),
                product,
                made.path("skus").path(0).path("id").asString());
    }

    private void approve(int port, String product) {
        long review = jdbc.sql(
                        "select id from governance.review where kind = 'product' and subject = :id and state = 'open'")
                .param("id", Long.parseLong(product))
                .query(Long.class)
                .single();
        must(
                200,
                premiere.operator(port).browser().post("/api/reviews/" + review + "/decision", "{\"approve\": true}"));
    }

    /** Signs somebody up who has an address. */
    public Buyer buyer(int port) {
        var browser = Browser.of(port, Cast.handle("li"));
        var address = must(201, browser.post("/api/me/addresses", """
                {"recipient": "李雷", "phone": "13800138000", "region": "浙江省杭州市", "street": "龙井路 1 号", "standard": true}"""));
        return new Buyer(browser, address.path("id").asString());
    }

    /** Asks what units of a variant cost. */
    public static JsonNode quote(Buyer buyer, String sku, int units) {
        var body = "{\"lines\": [%s]}".formatted(line(sku, units));
        return must(200, patient(() -> buyer.browser.post("/api/quotes", body)));
    }

    /** Orders at the price of now. */
    public static Answer order(Buyer buyer, String sku, int units) {
        return order(
                buyer,
                UUID.randomUUID().toString(),
                quote(buyer, sku, units).path("id").asString(),
                sku,
                units);
    }

    /** Orders at a price that was seen, with a key. */
    public static Answer order(Buyer buyer, String key, String quote, String sku, int units) {
        return order(buyer, key, quote, sku, units, Map.of());
    }

    /** Orders and sends further headers. */
    public static Answer order(
            Buyer buyer, String key, String quote, String sku, int units, Map<String, String> headers) {
        var body = """
                {"key": "%s", "quote": "%s", "lines": [%s], "address": "%s", "provider": "trial"}""".formatted(key, quote, line(sku, units), buyer.address);
        return patient(() -> buyer.browser.call("POST", "/api/orders", body, headers));
    }

    private static String line(String sku, int units) {
        return "{\"sku\": \"%s\", \"units\": %d}".formatted(sku, units);
    }

    /** Places an order of one unit; returns the whole answer. */
    public JsonNode placed(Buyer buyer, Shop shop) {
        return must(201, order(buyer, shop.sku, 1));
    }

    /** Places an order of one unit with each shop, to be paid at once; returns the whole answer. */
    public JsonNode placed(Buyer buyer, List<Shop> shops) {
        var lines = shops.stream().map(shop -> line(shop.sku, 1)).collect(Collectors.joining(", ", "[", "]"));
        var quote = must(200, buyer.browser.post("/api/quotes", "{\"lines\": " + lines + "}"));
        return must(201, buyer.browser.post("/api/orders", """
                {"key": "%s", "quote": "%s", "lines": %s, "address": "%s", "provider": "trial"}""".formatted(
                        UUID.randomUUID(), quote.path("id").asString(), lines, buyer.address)));
    }

    /** Pays at the provider, which tells of it once. */
    public void pay(int port, JsonNode placed) {
        var answer = told(port, "PAID", payment(placed), 0, UUID.randomUUID().toString());
        if (answer.status() != 204) {
            throw new AssertionError(answer.body());
        }
    }

    /** Has the provider tell of a payment that it has. */
    public Answer told(int port, String kind, PaymentId payment, long refund, String nonce) {
        var charge = provider.pay(payment);
        return notify(
                port,
                "%s %s %d %d %s %s"
                        .formatted(
                                kind,
                                payment,
                                refund,
                                charge.amount().minor(),
                                charge.amount().currency().getCurrencyCode(),
                                nonce),
                "signed");
    }

    /** Sends anything to the address of notifications. */
    public static Answer notify(int port, String body, String signature) {
        var headers = Map.of("Trial", signature);
        return patient(() -> new Browser(port).call("POST", "/api/payments/notifications/trial", body, headers));
    }

    /** Asks again while the server says that it is busy, as a page does. */
    public static Answer patient(Supplier<Answer> call) {
        var answer = call.get();
        for (int tries = 0; answer.status() == 503 && tries < 100; tries++) {
            answer = call.get();
        }
        return answer;
    }

    /** Makes the money of a received order its shop's to have. */
    public void release(OrderId id) {
        sales.release(id);
    }

    public static PaymentId payment(JsonNode placed) {
        return PaymentId.parse(placed.at("/payment/id").asString());
    }

    public static OrderId id(JsonNode placed) {
        return OrderId.parse(placed.at("/items/0/id").asString());
    }

    /** Returns an order as its buyer sees it. */
    public static JsonNode seen(Buyer buyer, OrderId id) {
        return must(200, buyer.browser.get("/api/me/orders/" + id));
    }

    public static String state(Buyer buyer, OrderId id) {
        return seen(buyer, id).path("state").asString();
    }

    /** Returns what an answer says, which must have a status. */
    public static JsonNode must(int status, Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + ": " + answer.body());
        }
        return answer.json();
    }
}
