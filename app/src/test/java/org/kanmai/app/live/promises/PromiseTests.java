package org.kanmai.app.live.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.live.Stage;
import org.kanmai.app.live.Stage.Open;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.facts.OrderId;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a host promises is on record: it holds for orders of that time, whatever becomes of the room. */
@KanmaiTest
@Tag("LC-18")
class PromiseTests {
    private final Stage stage;
    private final Street street;
    private final Premiere premiere;
    private final TestClock clock;
    private final int port;

    PromiseTests(Stage stage, Street street, Premiere premiere, TestClock clock, @LocalServerPort int port) {
        this.stage = stage;
        this.street = street;
        this.premiere = premiere;
        this.clock = clock;
        this.port = port;
    }

    private static Answer say(Open open, String kind, int amount, String words) {
        return open.host().post(open.own("/promises"), """
                {"product": "%s", "kind": "%s", "amount": %d, "words": %s}""".formatted(open.shop().product(), kind, amount, words));
    }

    private JsonNode now(Open open) {
        return Street.must(
                        200,
                        new Browser(port).get("/api/products/" + open.shop().product() + "/room-promises"))
                .path("items");
    }

    private static JsonNode of(OrderId order, Browser viewer) {
        return Street.must(200, viewer.get("/api/orders/" + order + "/room-promises"))
                .path("items");
    }

    @Test
    void aPromiseHoldsForOrdersOfItsTimeAndStaysOnThem() {
        var open = stage.room(port, 9);
        var buyer = street.buyer(port);
        var before = Street.id(street.placed(buyer, open.shop()));
        clock.forward(Duration.ofSeconds(2));
        assertThat(say(open, "free-return", 15, "null").status()).isEqualTo(201);
        assertThat(say(open, "price-kept", 7, "null").status()).isEqualTo(201);
        assertThat(say(open, "added", 0, "\"A cup\"").status()).isEqualTo(201);
        clock.forward(Duration.ofSeconds(2));
        assertThat(now(open).size()).isEqualTo(3);
        var during = Street.id(street.placed(buyer, open.shop()));
        clock.forward(Duration.ofSeconds(2));
        Street.must(200, open.host().post(open.own("/end"), ""));
        clock.forward(Duration.ofSeconds(2));
        assertThat(now(open).findValuesAsString("kind")).containsExactly("price-kept");
        assertThat(of(before, buyer.browser()).isEmpty()).isTrue();
        assertThat(of(during, buyer.browser()).findValuesAsString("kind"))
                .containsExactly("free-return", "price-kept", "added");
        assertThat(of(during, open.host()).size()).isEqualTo(3);
        assertThat(of(during, premiere.operator(port).browser()).size()).isEqualTo(3);
        assertThat(street.buyer(port)
                        .browser()
                        .get("/api/orders/" + during + "/room-promises")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsWithdrawnHoldsNoLongerForNewOrdersButForEarlierOnes() {
        var open = stage.room(port, 9);
        var buyer = street.buyer(port);
        assertThat(say(open, "sent-within", 24, "null").status()).isEqualTo(201);
        clock.forward(Duration.ofSeconds(2));
        var order = Street.id(street.placed(buyer, open.shop()));
        clock.forward(Duration.ofSeconds(2));
        var promise = now(open).get(0).path("id").asString();
        assertThat(open.host().delete(open.own("/promises/" + promise), "").status())
                .isEqualTo(204);
        assertThat(open.host().delete(open.own("/promises/" + promise), "").status())
                .isEqualTo(404);
        clock.forward(Duration.ofSeconds(2));
        assertThat(now(open).isEmpty()).isTrue();
        assertThat(of(order, buyer.browser()).size()).isEqualTo(1);
    }

    @Test
    void onlyWhatTheHostSellsIsPromisedAndOnlyInWordsThatAreKnown() {
        var open = stage.room(port, 9);
        var other = stage.room(port, 9);
        assertThat(say(open, "price-kept", 0, "null").status()).isEqualTo(422);
        assertThat(say(open, "genuine", 3, "null").status()).isEqualTo(422);
        assertThat(say(open, "added", 0, "null").status()).isEqualTo(422);
        assertThat(say(open, "best-of-all", 0, "null").status()).isEqualTo(422);
        assertThat(open.host()
                        .post(open.own("/promises"), """
                {"product": "%s", "kind": "genuine", "amount": 0}""".formatted(other.shop().product()))
                        .status())
                .isEqualTo(422);
        assertThat(other.host()
                        .post(open.own("/promises"), """
                {"product": "%s", "kind": "genuine", "amount": 0}""".formatted(other.shop().product()))
                        .status())
                .isEqualTo(404);
    }
}
