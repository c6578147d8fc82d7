package org.kanmai.launcher.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.kanmai.launcher.Caller;
import org.kanmai.launcher.Stall;

/** What a stall has beside its product, each with a page of its own: a room, a batch, a group, a coupon that friends unlock. */
record Fair(Stall stall, Caller operator, Caller buyer, String address) {

    /** Opens a room; returns its id. */
    String room(String merchant) {
        operator.put("/api/people/" + merchant + "/verification", "").must(200);
        return made(stall.merchant(), "/api/me/rooms", "{\"title\": \"Rose tea, live\"}");
    }

    /** Tells where something comes from; returns the id of its batch. */
    String batch() {
        var batch =
                made(stall.merchant(), "/api/me/products/" + stall.product() + "/batches", "{\"name\": \"Spring 1\"}");
        stall.merchant()
                .post("/api/me/batches/" + batch + "/entries", """
                        {"kind": "produced", "spot": "Hangzhou", "words": "Picked by hand", "at": "%s"}""".formatted(
                                Instant.now().minus(Duration.ofDays(1))))
                .must(201);
        return batch;
    }

    /** Offers to buy together, and opens a group; returns its id. */
    String group() {
        var deal = made(stall.merchant(), "/api/me/shop/group-buys", """
                {"sku": "%s", "steps": [{"people": 2, "price": {"minor": 1500, "currency": "CNY"}}], "minutes": 60, "units": 3, "most": 1}""".formatted(stall.sku()));
        var together = "{\"deal\": \"%s\"}".formatted(deal);
        var lines = "[{\"sku\": \"%s\", \"units\": 1}]".formatted(stall.sku());
        var quote = buyer.post("/api/quotes", "{\"lines\": %s, \"together\": %s}".formatted(lines, together))
                .must(200)
                .json()
                .path("id")
                .asString();
        return buyer.post("/api/orders", """
                {"key": "%s", "quote": "%s", "lines": %s, "address": "%s", "together": %s}""".formatted(UUID.randomUUID(), quote, lines, address, together))
                .must(201)
                .json()
                .at("/items/0/lines/0/group")
                .asString();
    }

    /** Asks friends for a coupon; returns the id of the appeal. */
    String appeal() {
        var now = Instant.now();
        var coupon = stall.merchant()
                .post("/api/me/shop/coupons", """
                        {"name": "Friends", "kind": "amount", "off": {"minor": 300, "currency": "CNY"}, "way": "friends", "friends": 2,
                         "startsAt": "%s", "endsAt": "%s", "hours": 48, "budget": {"minor": 9000, "currency": "CNY"}, "pieces": 9, "most": 1}""".formatted(now.minusSeconds(1), now.plus(Duration.ofDays(9))))
                .must(201)
                .json()
                .at("/coupon/id")
                .asString();
        return buyer.post("/api/coupons/" + coupon + "/appeal", "{}")
                .must(200)
                .json()
                .path("id")
                .asString();
    }

    private static String made(Caller who, String path, String body) {
        return who.post(path, body).must(201).json().path("id").asString();
    }
}
