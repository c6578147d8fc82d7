package org.kanmai.launcher.journeys;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.kanmai.launcher.Caller;
import org.kanmai.launcher.Clips;
import org.kanmai.launcher.Stall;

/**
 * What a sale with everything in it needs, by the public API: a shop that promises a commission and sells cheaper to two at once, a coupon,
 * a creator with an agency and a film, two people with addresses.
 */
record Bazaar(Stall stall, Caller creator, Caller agency, Caller first, Caller second) {
    static final String PRODUCT = "Honey oolong";
    static final String FILM = "How oolong is rolled";
    static final String CREATOR = "carla";
    static final String FIRST = "nell";
    static final String SECOND = "omar";
    private static final String MERCHANT = "petra";

    /** Opens it, and waits for what is promised to hold. */
    static Bazaar open(Town town) throws IOException, InterruptedException {
        var stall = Stall.open(town.address(), town.operator(), MERCHANT, PRODUCT, 9, town::approve);
        var terms = "/api/me/shop/alliance/" + stall.product();
        stall.merchant()
                .put(terms, "{\"steps\": [{\"from\": 0, \"perMille\": 200}]}")
                .must(200);
        var bazaar = new Bazaar(
                stall,
                creator(town),
                Caller.signedUp(town.address(), "agnes", ""),
                lives(town, FIRST),
                lives(town, SECOND));
        bazaar.contract();
        bazaar.film(town);
        bazaar.offer();
        // Terms hold two minutes after they are made at the earliest, so that nobody is surprised.
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .until(() -> stall.merchant()
                        .get(terms)
                        .must(200)
                        .json()
                        .at("/now/ladder/steps")
                        .isArray());
        return bazaar;
    }

    /** A shop of one's own is enough to show products. */
    private static Caller creator(Town town) {
        Caller.signedUp(town.address(), CREATOR, "");
        town.operator().gives(CREATOR, "merchant");
        var creator = Caller.signedIn(town.address(), CREATOR);
        creator.post("/api/shops", "{\"name\": \"Stall of carla\"}").must(201);
        return creator;
    }

    private static Caller lives(Town town, String handle) {
        var buyer = Caller.signedUp(town.address(), handle, "");
        buyer.post("/api/me/addresses", """
                {"recipient": "%s", "phone": "13800138000", "region": "Hangzhou", "street": "2 Tea Road", "standard": true}""".formatted(handle)).must(201);
        return buyer;
    }

    private void contract() {
        var contract = agency.post("/api/me/contracts", "{\"handle\": \"%s\", \"perMille\": 300}".formatted(CREATOR))
                .must(201)
                .json()
                .path("id")
                .asString();
        creator.put("/api/me/contracts/" + contract + "/answer", "{\"accepted\": true}")
                .must(204);
    }

    private void film(Town town) throws IOException, InterruptedException {
        var upload = creator.upload(Clips.film(360, 640, 4));
        creator.awaitReady(upload);
        var work = creator.post("/api/works", "{\"upload\": \"%s\", \"title\": \"%s\"}".formatted(upload, FILM))
                .must(201)
                .json()
                .path("id")
                .asString();
        creator.put(
                        "/api/me/works/" + work + "/products",
                        "{\"products\": [{\"product\": \"%s\"}]}".formatted(stall.product()))
                .must(200);
        town.approve();
    }

    /** Two at 15.00 each, and 2.00 off with the coupon that the first has taken. */
    private void offer() {
        stall.merchant()
                .post("/api/me/shop/group-buys", """
                {"sku": "%s", "steps": [{"people": 2, "price": {"minor": 1500, "currency": "CNY"}}], "minutes": 60, "units": 6, "most": 2}""".formatted(stall.sku()))
                .must(201);
        var now = Instant.now();
        var coupon = stall.merchant()
                .post("/api/me/shop/coupons", """
                        {"name": "Spring", "kind": "amount", "off": {"minor": 200, "currency": "CNY"}, "way": "public", "onSales": true,
                         "startsAt": "%s", "endsAt": "%s", "hours": 48, "budget": {"minor": 900, "currency": "CNY"}, "pieces": 4, "most": 1}""".formatted(now.minusSeconds(1), now.plus(Duration.ofDays(9))))
                .must(201)
                .json()
                .at("/coupon/id")
                .asString();
        first.post("/api/coupons/" + coupon + "/vouchers", "{}").must(204);
    }

    /** Sends an order by the carrier whose parcels are followed. */
    void ship(String order, int parcel) {
        stall.merchant()
                .post("/api/me/shop/orders/" + order + "/shipment", """
                        {"carrier": "Sandbox Express", "number": "SB70012345%02d"}""".formatted(parcel))
                .must(200);
    }

    /** Agrees to the return that was asked for of an order, has its buyer send it, and takes it in. */
    void takeBack(String order) {
        var wish = stall.merchant()
                .get("/api/me/shop/orders/" + order + "/returns")
                .must(200)
                .json()
                .at("/items/0/id")
                .asString();
        var path = "/api/me/shop/returns/" + wish;
        stall.merchant()
                .post(path + "/answer", "{\"agree\": true, \"backTo\": \"9 Tea Road\"}")
                .must(200);
        first.post("/api/me/returns/" + wish + "/parcel", "{\"carrier\": \"SF\", \"number\": \"SF55512345\"}")
                .must(200);
        stall.merchant()
                .post(path + "/arrival", "{\"accept\": true, \"sound\": true}")
                .must(200);
    }
}
