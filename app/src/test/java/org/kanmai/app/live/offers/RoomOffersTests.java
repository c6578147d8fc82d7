package org.kanmai.app.live.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.live.Ear;
import org.kanmai.app.live.Stage;
import org.kanmai.app.live.Stage.Open;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Prices that hold in one room alone: counted down, the same for all who buy there, gone with the room. */
@KanmaiTest
@Tag("LC-03")
class RoomOffersTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stage stage;
    private final Street street;
    private final TestClock clock;
    private final int port;

    RoomOffersTests(Stage stage, Street street, TestClock clock, @LocalServerPort int port) {
        this.stage = stage;
        this.street = street;
        this.clock = clock;
        this.port = port;
    }

    private static Answer call(Open open, long minor, int units, int countdown) {
        return open.host().post(open.own("/offers"), """
                {"sku": "%s", "price": {"minor": %d, "currency": "CNY"}, "units": %d, "most": 1, "countdown": %d, "seconds": 3600}""".formatted(open.shop().sku(), minor, units, countdown));
    }

    private static JsonNode quote(Buyer buyer, Open open) {
        return Street.must(200, buyer.browser().post("/api/quotes", """
                {"lines": [{"sku": "%s", "units": 1}], "room": "%s"}""".formatted(
                        open.shop().sku(), open.room())));
    }

    private static Answer order(Buyer buyer, Open open, String quote) {
        return Street.patient(() -> buyer.browser().post("/api/orders", """
                {"key": "%s", "quote": "%s", "lines": [{"sku": "%s", "units": 1}], "address": "%s", "room": "%s"}""".formatted(
                        UUID.randomUUID(), quote, open.shop().sku(), buyer.address(), open.room())));
    }

    private static long minor(JsonNode quote) {
        return quote.at("/total/minor").asLong();
    }

    @Test
    @Tag("EC-21")
    void aPriceOfARoomIsTheSameForAllWhoNameItAndForNobodyElse() {
        var open = stage.room(port, 9);
        Street.must(201, call(open, 990, 3, 60));
        var anna = street.buyer(port);
        var ben = street.buyer(port);
        assertThat(minor(quote(anna, open))).isEqualTo(1990);
        clock.forward(Duration.ofSeconds(61));
        var seen = quote(anna, open);
        assertThat(minor(seen)).isEqualTo(990);
        assertThat(seen.at("/orders/0/lines/0/room").asString()).isEqualTo(open.room());
        assertThat(quote(ben, open).path("id")).isEqualTo(seen.path("id"));
        var outside = Street.quote(ben, open.shop().sku(), 1);
        assertThat(minor(outside)).isEqualTo(1990);
        assertThat(outside.at("/orders/0/lines/0/free").asInt()).isEqualTo(6);
        Street.must(201, Street.order(ben, open.shop().sku(), 1));
        Street.must(201, order(anna, open, seen.path("id").asString()));
        assertThat(order(anna, open, quote(anna, open).path("id").asString()).type())
                .endsWith("over-limit");
        Street.must(201, order(ben, open, quote(ben, open).path("id").asString()));
    }

    @Test
    void everybodyHearsOfAnOfferAndOfWhatIsLeftOfIt() {
        var open = stage.room(port, 9);
        var early = Ear.in(open.room(), port);
        Street.must(201, call(open, 990, 3, 60));
        await().atMost(PATIENCE).until(() -> early.heard("\"offers\"", "\"planned\"", "\"now\""));
        clock.forward(Duration.ofSeconds(61));
        await().atMost(PATIENCE).until(() -> early.heard("\"running\"", "\"left\":3"));
        var buyer = street.buyer(port);
        Street.must(201, order(buyer, open, quote(buyer, open).path("id").asString()));
        await().atMost(PATIENCE).until(() -> early.heard("\"running\"", "\"left\":2"));
        var late = Ear.in(open.room(), port);
        await().atMost(PATIENCE).until(() -> late.heard("\"left\":2"));
    }

    @Test
    void aPriceEndsWithItsRoomAndWhatWasLeftIsOnTheShelfAgain() {
        var open = stage.room(port, 9);
        Street.must(201, call(open, 990, 3, 60));
        clock.forward(Duration.ofSeconds(61));
        var buyer = street.buyer(port);
        var seen = quote(buyer, open);
        assertThat(minor(seen)).isEqualTo(990);
        var ear = Ear.in(open.room(), port);
        await().atMost(PATIENCE).until(() -> ear.heard("\"offers\"", "\"running\""));
        Street.must(200, open.host().post(open.own("/end"), ""));
        await().atMost(PATIENCE).until(() -> minor(quote(buyer, open)) == 1990);
        assertThat(order(buyer, open, seen.path("id").asString()).type()).endsWith("price-changed");
        assertThat(Street.quote(buyer, open.shop().sku(), 1)
                        .at("/orders/0/lines/0/free")
                        .asInt())
                .isEqualTo(9);
        await().atMost(PATIENCE).until(() -> ear.heard("\"offers\":[]"));
        assertThat(call(open, 990, 3, 60).type()).endsWith("room-over");
    }

    @Test
    void onlyTheHostCallsAndOnlyWithinTheRules() {
        var open = stage.room(port, 9);
        var other = stage.room(port, 9);
        assertThat(call(open, 990, 3, 2).status()).isEqualTo(422);
        assertThat(call(open, 1990, 3, 60).status()).isEqualTo(422);
        assertThat(call(open, 990, 10, 60).type()).endsWith("too-few");
        assertThat(other.host()
                        .post(open.own("/offers"), """
                {"sku": "%s", "price": {"minor": 1, "currency": "CNY"}, "units": 1, "most": 1, "countdown": 3, "seconds": 60}""".formatted(other.shop().sku()))
                        .status())
                .isEqualTo(404);
        Street.must(201, call(open, 990, 3, 60));
        assertThat(call(open, 980, 3, 60).type()).endsWith("sale-planned");
        assertThat(Street.must(200, open.host().get(open.here("/offers")))
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("planned");
    }
}
