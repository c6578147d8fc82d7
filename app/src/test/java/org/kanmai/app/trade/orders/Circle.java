package org.kanmai.app.trade.orders;

import java.util.UUID;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** People who buy one thing together, over HTTP as anybody does. */
@Component
public class Circle {
    private static final String PARCEL = "{\"carrier\": \"顺丰\", \"number\": \"SF1234567\"}";

    private final Street street;
    private final OrderClocks clocks;

    Circle(Street street, OrderClocks clocks) {
        this.street = street;
        this.clocks = clocks;
    }

    /** Lets groups end whose time is over, and their prices fall. */
    public void settle() {
        clocks.endGroups();
    }

    /** Offers to buy together for an hour. */
    public static Answer offer(Shop shop, String steps, int units, int most) {
        return shop.merchant().post("/api/me/shop/group-buys", """
                {"sku": "%s", "steps": %s, "minutes": 60, "units": %d, "most": %d}""".formatted(shop.sku(), steps, units, most));
    }

    /** Offers 100 units, two a buyer; returns the id of the offer. */
    public static String deal(Shop shop, String steps) {
        return Street.must(201, offer(shop, steps, 100, 2)).path("id").asString();
    }

    /** So many people pay so much. */
    public static String step(int people, int minor) {
        return "{\"people\": %d, \"price\": {\"minor\": %d, \"currency\": \"CNY\"}}".formatted(people, minor);
    }

    /** Who buys by an offer, in a group or in one of the own where there is none. */
    public static String together(String deal, String group) {
        return group.isEmpty()
                ? "{\"deal\": \"%s\"}".formatted(deal)
                : "{\"deal\": \"%s\", \"group\": \"%s\"}".formatted(deal, group);
    }

    /** Asks what it costs and orders, with the coupons that are best, to be paid at once. */
    public static Answer order(Buyer buyer, Shop shop, int units, String together) {
        var lines = "[{\"sku\": \"%s\", \"units\": %d}]".formatted(shop.sku(), units);
        var quote = Street.patient(() ->
                buyer.browser().post("/api/quotes", "{\"lines\": %s, \"together\": %s}".formatted(lines, together)));
        return quote.status() == 200 ? placed(buyer, lines, together, quote.json()) : quote;
    }

    private static Answer placed(Buyer buyer, String lines, String together, JsonNode quote) {
        var coupons = quote.at("/orders/0/explained")
                .valueStream()
                .filter(term -> term.hasNonNull("coupon"))
                .map(term -> "\"%s\"".formatted(term.at("/coupon/voucher").asString()))
                .distinct()
                .toList();
        var body = """
                {"key": "%s", "quote": "%s", "lines": %s, "address": "%s", "together": %s, "coupons": %s, "provider": "trial"}""".formatted(
                        UUID.randomUUID(), quote.path("id").asString(), lines, buyer.address(), together, coupons);
        return Street.patient(() -> buyer.browser().post("/api/orders", body));
    }

    /** Orders and pays; returns the placed order. */
    public JsonNode paid(int port, Buyer buyer, Shop shop, int units, String together) {
        var placed = Street.must(201, order(buyer, shop, units, together));
        street.pay(port, placed);
        return placed;
    }

    /** Returns the group of a placed order. */
    public static String group(JsonNode placed) {
        return placed.at("/items/0/lines/0/group").asString();
    }

    /** Returns a group as somebody sees it. */
    public static JsonNode seen(Buyer buyer, String group) {
        return Street.must(200, buyer.browser().get("/api/groups/" + group)).path("group");
    }

    /** Sends a parcel of an order. */
    public static Answer ship(Shop shop, JsonNode placed) {
        return shop.merchant().post("/api/me/shop/orders/" + Street.id(placed) + "/shipment", PARCEL);
    }

    /** Takes an order back before it is sent. */
    public static Answer cancel(Buyer buyer, JsonNode placed) {
        return buyer.browser().post("/api/me/orders/" + Street.id(placed) + "/cancellation", "");
    }

    /** Returns what an order costs by now. */
    public static long total(Buyer buyer, JsonNode placed) {
        return Street.seen(buyer, Street.id(placed)).at("/total/minor").asLong();
    }
}
