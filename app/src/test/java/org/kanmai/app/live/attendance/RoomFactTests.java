package org.kanmai.app.live.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.live.Hall;
import org.kanmai.app.river.Logged;
import org.kanmai.app.river.Spectator;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.facts.Attendance;
import org.kanmai.facts.Attended;
import org.kanmai.facts.Conversion;
import org.kanmai.facts.Converted;
import org.kanmai.facts.Money;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.RoomEnded;
import org.kanmai.facts.RoomExplained;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.RoomOpened;
import org.kanmai.facts.RoomSold;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What happens in rooms is on the log. */
@KanmaiTest
class RoomFactTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Hall hall;
    private final Street street;
    private final Cast cast;
    private final Logged logged;
    private final TestClock clock;
    private final int port;

    RoomFactTests(Hall hall, Street street, Cast cast, Logged logged, TestClock clock, @LocalServerPort int port) {
        this.hall = hall;
        this.street = street;
        this.cast = cast;
        this.logged = logged;
        this.clock = clock;
        this.port = port;
    }

    private static JsonNode shown(Browser viewer, RoomId room) {
        return Street.must(200, viewer.get("/api/rooms/" + room + "/page")).at("/items/0");
    }

    private Pseudonym pseudonym(Browser person) {
        var handle = person.get("/api/me").json().at("/person/handle").asString();
        return new Pseudonym(cast.pseudonym(cast.id(handle)));
    }

    @Test
    @Tag("LC-08")
    void whoComesInTwiceCameOnceAndStayedUntilTheLastSocketClosed() {
        var room = hall.live(hall.host(port), "Tea, twice");
        var viewer = Spectator.at(port);
        var item = shown(viewer.browser(), room);
        var token = item.path("token").asString();
        var one = Hall.enter(port, viewer.browser(), room, token);
        var attended = await().atMost(PATIENCE)
                .until(() -> logged.facts(viewer.pseudonym(), Attended.class), facts -> !facts.isEmpty());
        assertThat(attended.getFirst().what()).isEqualTo(Attendance.ENTERED);
        assertThat(attended.getFirst().exposure())
                .hasToString(item.path("exposure").asString());
        assertThat(attended.getFirst().source()).isEqualTo(Source.DIRECT);
        assertThat(attended.getFirst().room()).isEqualTo(room);

        var other = Hall.enter(port, viewer.browser(), room, "forged");
        other.sendText("7", true).join();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(logged.facts(viewer.pseudonym(), Attended.class))
                        .extracting(Attended::what)
                        .containsExactly(Attendance.ENTERED, Attendance.LIKED));
        clock.forward(Duration.ofSeconds(90));
        Hall.leave(one);
        Hall.leave(other);
        var all = await().atMost(PATIENCE)
                .until(() -> logged.facts(viewer.pseudonym(), Attended.class), facts -> facts.size() == 3);
        assertThat(all.get(1).amount()).isEqualTo(7);
        assertThat(all.getLast().what()).isEqualTo(Attendance.LEFT);
        assertThat(all.getLast().amount()).isGreaterThanOrEqualTo(90_000);
    }

    @Test
    void aHostDoesNotAttendTheirOwnRoomAndARoomTellsOfItsBeginningAndItsEndOnce() {
        var host = hall.host(port);
        var room = hall.live(host, "Tea, alone");
        var socket = Hall.enter(port, host, room, "");
        await().atMost(PATIENCE)
                .until(() -> logged.facts(room, RoomOpened.class).size() == 1);
        Street.must(200, host.post("/api/me/rooms/" + room + "/end", ""));
        var ended =
                await().atMost(PATIENCE).until(() -> logged.facts(room, RoomEnded.class), facts -> !facts.isEmpty());
        Hall.leave(socket);
        assertThat(ended)
                .singleElement()
                .satisfies(fact -> assertThat(fact.cut()).isFalse());
        assertThat(logged.facts(room, RoomOpened.class)).hasSize(1);
        assertThat(logged.facts(pseudonym(host), Attended.class)).isEmpty();
    }

    @Test
    @Tag("AX-10")
    void whatIsSaidIsInNoFactButWhetherItIsTooExpensiveIs() {
        var room = hall.live(hall.host(port), "Tea, dear");
        var li = Browser.of(port, Cast.handle("li"));
        assertThat(li.post("/api/rooms/" + room + "/talk", "{\"text\": \"这个太贵了吧\"}")
                        .status())
                .isEqualTo(202);
        var told = await().atMost(PATIENCE)
                .until(() -> logged.facts(pseudonym(li), Attended.class), facts -> !facts.isEmpty());
        assertThat(told)
                .singleElement()
                .satisfies(fact -> assertThat(fact.what()).isEqualTo(Attendance.FOUND_EXPENSIVE));
        assertThat(li.post("/api/rooms/" + room + "/talk", "{\"text\": \"hello\"}")
                        .status())
                .isEqualTo(429);
    }

    @Test
    @Tag("LC-12")
    void whatARoomSoldIsToldOfTheRoomWithItsPriceAndOfTheBuyerWithoutIt() {
        var shop = street.shop(port, 5);
        hall.verify(port, shop.merchant());
        var room = hall.live(shop.merchant(), "Tea, sold");
        var goods = "/api/me/rooms/" + room;
        assertThat(shop.merchant()
                        .put(goods + "/goods", "{\"products\": [\"" + shop.product() + "\"]}")
                        .status())
                .isEqualTo(204);
        assertThat(shop.merchant()
                        .put(goods + "/explained", "{\"product\": \"" + shop.product() + "\"}")
                        .status())
                .isEqualTo(204);
        var buyer = street.buyer(port);
        var item = shown(buyer.browser(), room);
        var token = Map.of("Item-Token", item.path("token").asString());
        var opened = "/api/rooms/" + room + "/goods/" + shop.product() + "/opened";
        assertThat(buyer.browser().call("POST", opened, "", token).status()).isEqualTo(204);
        assertThat(buyer.browser()
                        .post("/api/rooms/" + room + "/goods/1/opened", "")
                        .status())
                .isEqualTo(404);
        var quote = Street.quote(buyer, shop.sku(), 1).path("id").asString();
        var placed = Street.must(201, Street.order(buyer, UUID.randomUUID().toString(), quote, shop.sku(), 1, token));
        street.pay(port, placed);

        var sold = await().atMost(PATIENCE).until(() -> logged.facts(room, RoomSold.class), facts -> facts.size() == 2);
        assertThat(sold).extracting(RoomSold::conversion).containsExactly(Conversion.ORDERED, Conversion.PAID);
        assertThat(sold).allSatisfy(fact -> {
            assertThat(fact.product()).hasToString(shop.product());
            assertThat(fact.amount()).isEqualTo(Money.of(1_990, "CNY"));
        });
        assertThat(logged.facts(room, RoomExplained.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.product()).hasToString(shop.product()));
        var converted = await().atMost(PATIENCE)
                .until(() -> logged.facts(pseudonym(buyer.browser()), Converted.class), facts -> facts.size() == 2);
        assertThat(converted).allSatisfy(fact -> {
            assertThat(fact.shown()).isEqualTo(Subject.room(room));
            assertThat(fact.exposure()).hasToString(item.path("exposure").asString());
        });
        assertThat(logged.facts(pseudonym(buyer.browser()), Attended.class))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.what()).isEqualTo(Attendance.OPENED_PRODUCT);
                    assertThat(fact.product()).hasToString(shop.product());
                });
    }
}
