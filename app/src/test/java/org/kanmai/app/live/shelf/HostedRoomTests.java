package org.kanmai.app.live.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.affiliate.Deal;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.live.Hall;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.RoomId;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A host sells what other shops promise a commission for, and earns it. */
@KanmaiTest
@Tag("LC-06")
class HostedRoomTests {
    private final Street street;
    private final Deal deal;
    private final Hall hall;
    private final TestClock clock;
    private final int port;

    HostedRoomTests(Street street, Deal deal, Hall hall, TestClock clock, @LocalServerPort int port) {
        this.street = street;
        this.deal = deal;
        this.hall = hall;
        this.clock = clock;
        this.port = port;
    }

    @Test
    @Tag("EC-08")
    void goodsThatAHostHasChosenAreSoldInTheRoomAndTheHostEarnsTheirCommission() {
        var shop = street.shop(port, 9);
        deal.promise(shop, "[{\"from\": 0, \"perMille\": 100}]");
        var host = deal.seller(port, "A day at the tea hills").player();
        hall.verify(port, host.browser());
        var room = hall.live(host.browser(), "Tea of other hills");
        var shelf = "/api/me/rooms/" + room + "/goods";
        var goods = "{\"products\": [\"" + shop.product() + "\"]}";
        assertThat(host.browser().put(shelf, goods).status())
                .as("nothing is sold that was not chosen")
                .isEqualTo(422);
        Street.must(204, host.browser().put("/api/me/goods/" + shop.product(), ""));
        Street.must(204, host.browser().put(shelf, goods));

        var buyer = street.buyer(port);
        var item = Street.must(200, buyer.browser().get("/api/rooms/" + room + "/page"))
                .at("/items/0");
        var token = Map.of("Item-Token", item.path("token").asString());
        var quote = Street.quote(buyer, shop.sku(), 2).path("id").asString();
        street.pay(
                port, Street.must(201, Street.order(buyer, UUID.randomUUID().toString(), quote, shop.sku(), 2, token)));

        assertThat(deal.held(host.id()))
                .as("39.80: a tenth, less a tenth of it")
                .isEqualTo(398 - 39);
        assertThat(deal.held(shop)).isEqualTo(3_980 - 199 - 398);
        var earned = Street.must(200, host.browser().get("/api/me/commissions?as=creator"))
                .at("/items/0");
        assertThat(earned.at("/led/kind").asString()).isEqualTo("room");
        assertThat(earned.path("ledTitle").asString()).isEqualTo("Tea of other hills");
    }

    private record Hosted(Shop shop, Player host, RoomId room) {
        String asked() {
            return "/api/me/rooms/" + room + "/price-requests";
        }
    }

    private Hosted hosted() {
        var shop = street.shop(port, 9);
        deal.promise(shop, "[{\"from\": 0, \"perMille\": 100}]");
        var host = deal.seller(port, "A night at the tea hills").player();
        hall.verify(port, host.browser());
        var room = hall.live(host.browser(), "Tea of other hills");
        Street.must(204, host.browser().put("/api/me/goods/" + shop.product(), ""));
        Street.must(
                204,
                host.browser().put("/api/me/rooms/" + room + "/goods", "{\"products\": [\"" + shop.product() + "\"]}"));
        return new Hosted(shop, host, room);
    }

    private Answer ask(Hosted of, long minor, Duration until) {
        var now = clock.instant();
        return of.host().browser().post(of.asked(), """
                {"sku": "%s", "price": {"minor": %d, "currency": "CNY"}, "units": 3, "most": 1, "startsAt": "%s", "endsAt": "%s"}""".formatted(of.shop().sku(), minor, now, now.plus(until)));
    }

    private static Answer answer(Hosted of, String id, String body) {
        return of.shop().merchant().post("/api/me/shop/price-requests/" + id + "/answer", body);
    }

    private static JsonNode newest(Hosted of) {
        return Street.must(200, of.host().browser().get(of.asked())).at("/items/0");
    }

    @Test
    @Tag("LC-03")
    void aPriceThatTheShopAgreesToHoldsInThatRoomAloneAndTheHostEarnsOfWhatIsPaid() {
        var of = hosted();
        Street.must(201, ask(of, 990, Duration.ofHours(2)));
        var seen = Street.must(200, of.shop().merchant().get("/api/me/shop/price-requests"))
                .at("/items/0");
        assertThat(seen.path("roomTitle").asString()).isEqualTo("Tea of other hills");
        assertThat(seen.path("rate").asInt()).isEqualTo(100);
        var id = seen.path("id").asString();
        assertThat(Street.must(200, answer(of, id, "{\"agreed\": true}"))
                        .at("/sale/room")
                        .asString())
                .isEqualTo(of.room().toString());
        assertThat(answer(of, id, "{\"agreed\": true}").type()).endsWith("price-request-state");

        var buyer = street.buyer(port);
        assertThat(Street.quote(buyer, of.shop().sku(), 1).at("/total/minor").asLong())
                .isEqualTo(1990);
        var quote = Street.must(
                200, buyer.browser().post("/api/quotes", """
                {"lines": [{"sku": "%s", "units": 1}], "room": "%s"}""".formatted(of.shop().sku(), of.room())));
        assertThat(quote.at("/total/minor").asLong()).isEqualTo(990);
        var token = Street.must(200, buyer.browser().get("/api/rooms/" + of.room() + "/page"))
                .at("/items/0/token")
                .asString();
        var body = """
                {"key": "%s", "quote": "%s", "lines": [{"sku": "%s", "units": 1}], "address": "%s", "provider": "trial", "room": "%s"}""".formatted(
                UUID.randomUUID(), quote.path("id").asString(), of.shop().sku(), buyer.address(), of.room());
        street.pay(
                port,
                Street.must(
                        201,
                        Street.patient(
                                () -> buyer.browser().call("POST", "/api/orders", body, Map.of("Item-Token", token)))));
        assertThat(deal.held(of.host().id()))
                .as("9.90: a tenth, less a tenth of it")
                .isEqualTo(99 - 9);
        assertThat(newest(of).at("/sale/left").asInt()).isEqualTo(2);
    }

    @Test
    @Tag("LC-03")
    void ofTwoAnswersAtOnceOneHolds() throws Exception {
        var of = hosted();
        var id = Street.must(201, ask(of, 990, Duration.ofHours(2))).path("id").asString();
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(3)) {
            var answers = List.<Callable<Answer>>of(
                    () -> answer(of, id, "{\"agreed\": true}"),
                    () -> answer(of, id, "{\"agreed\": true}"),
                    () -> answer(of, id, "{\"agreed\": false, \"reason\": \"Too low\"}"));
            for (var each : threads.invokeAll(answers)) {
                statuses.add(each.get().status());
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409);
    }

    @Test
    @Tag("LC-03")
    void whatIsDeclinedHasAReasonAndWhatNobodyAnswersExpires() {
        var of = hosted();
        var id = Street.must(201, ask(of, 990, Duration.ofMinutes(10)))
                .path("id")
                .asString();
        assertThat(ask(of, 990, Duration.ofMinutes(10)).type()).endsWith("price-asked");
        assertThat(answer(of, id, "{\"agreed\": false}").status()).isEqualTo(422);
        assertThat(street.shop(port, 1)
                        .merchant()
                        .post("/api/me/shop/price-requests/" + id + "/answer", "{\"agreed\": true}")
                        .status())
                .isEqualTo(404);
        Street.must(200, answer(of, id, "{\"agreed\": false, \"reason\": \"Too low\"}"));
        assertThat(newest(of).path("reason").asString()).isEqualTo("Too low");
        assertThat(ask(of, 1990, Duration.ofMinutes(10)).status()).isEqualTo(422);
        assertThat(ask(of, 990, Duration.ofSeconds(90)).status()).isEqualTo(422);
        var taken = Street.must(201, ask(of, 990, Duration.ofMinutes(10)))
                .path("id")
                .asString();
        Street.must(204, of.host().browser().call("DELETE", of.asked() + "/" + taken, "", Map.of()));
        var late = Street.must(201, ask(of, 990, Duration.ofMinutes(10)))
                .path("id")
                .asString();
        clock.forward(Duration.ofMinutes(10));
        assertThat(answer(of, late, "{\"agreed\": true}").type()).endsWith("price-request-state");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> newest(of).path("state").asString().equals("expired"));
    }

    /** Somebody who acts for the shop in one duty. */
    private Browser helper(Shop shop, String duty) {
        var handle = Cast.handle(duty);
        var helper = Browser.of(port, handle);
        var place =
                Street.must(200, shop.merchant().get("/api/me/shop")).path("id").asString();
        var grant = Street.must(201, shop.merchant().post("/api/me/shop/staff", """
                        {"handle": "%s", "kind": "staff", "duties": ["%s"]}""".formatted(handle, duty)))
                .path("id")
                .asString();
        Street.must(204, helper.post("/api/me/workplaces/" + grant + "/acceptance", ""));
        helper.keep("kanmai_acting", place);
        return helper;
    }

    @Test
    @Tag("LC-03")
    @Tag("AX-15")
    void whoDoesTheGoodsOfTheShopAnswersForItAndNoOtherOfItsPeople() {
        var of = hosted();
        var id = Street.must(201, ask(of, 990, Duration.ofHours(2))).path("id").asString();
        var answer = "/api/me/shop/price-requests/" + id + "/answer";
        var packer = helper(of.shop(), "orders");
        assertThat(packer.get("/api/me/shop/price-requests").status()).isEqualTo(403);
        var refused = packer.post(answer, "{\"agreed\": false, \"reason\": \"Too low\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.type()).isEqualTo("/problems/not-granted");
        assertThat(newest(of).path("state").asString()).isEqualTo("asked");

        var buyer = helper(of.shop(), "goods");
        assertThat(Street.must(200, buyer.get("/api/me/shop/price-requests"))
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(id);
        Street.must(200, buyer.post(answer, "{\"agreed\": false, \"reason\": \"Too low\"}"));
        assertThat(newest(of).path("reason").asString()).isEqualTo("Too low");
        var higher =
                Street.must(201, ask(of, 1290, Duration.ofHours(2))).path("id").asString();
        Street.must(200, buyer.post("/api/me/shop/price-requests/" + higher + "/answer", "{\"agreed\": true}"));
        assertThat(newest(of).at("/sale/left").asInt()).isEqualTo(3);
    }
}
