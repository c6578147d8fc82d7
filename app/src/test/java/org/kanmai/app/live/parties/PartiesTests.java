package org.kanmai.app.live.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.live.Stage;
import org.kanmai.app.live.Stage.Open;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.OrderId;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Each sale from a room names platform, host or agency, and merchant, and its order keeps these names. */
@KanmaiTest
@Tag("LC-18")
class PartiesTests {
    private static final Duration KNOWN_ANEW = Duration.ofSeconds(2);

    private final Stage stage;
    private final Street street;
    private final Premiere premiere;
    private final TestClock clock;
    private final int port;

    PartiesTests(Stage stage, Street street, Premiere premiere, TestClock clock, @LocalServerPort int port) {
        this.stage = stage;
        this.street = street;
        this.premiere = premiere;
        this.clock = clock;
        this.port = port;
    }

    private static OrderId buy(Buyer buyer, Shop shop, String room) {
        return Street.id(Street.must(
                201,
                Street.patient(() -> buyer.browser().post("/api/orders", """
                {"key": "%s", "quote": "%s", "lines": [{"sku": "%s", "units": 1}], "address": "%s", "provider": "trial", "room": "%s"}""".formatted(
                                UUID.randomUUID(),
                                Street.quote(buyer, shop.sku(), 1).path("id").asString(),
                                shop.sku(),
                                buyer.address(),
                                room)))));
    }

    private static JsonNode kept(OrderId order, Browser viewer) {
        return Street.must(200, viewer.get("/api/orders/" + order + "/parties")).path("parties");
    }

    private Player contracted(Open open) {
        var agency = premiere.player(port, "oak");
        var handle = Street.must(200, open.host().get("/api/me"))
                .at("/person/handle")
                .asString();
        var contract = Street.must(201, agency.browser().post("/api/me/contracts", """
                {"handle": "%s", "perMille": 100}""".formatted(handle)))
                .path("id")
                .asString();
        Street.must(204, open.host().put("/api/me/contracts/" + contract + "/answer", "{\"accepted\": true}"));
        return agency;
    }

    @Test
    void allThreeAreNamedBeforeBuyingAndStayOnTheOrderAsTheyWere() {
        var open = stage.room(port, 9);
        var agency = Street.must(200, contracted(open).browser().get("/api/me")).at("/person/name");
        var named = Street.must(200, new Browser(port).get(open.here("/parties")));
        assertThat(named.path("platform").asString()).isNotEmpty();
        assertThat(named.path("agency")).isEqualTo(agency);
        assertThat(named.at("/merchants/0/id").asString()).isEqualTo(open.shop().id());
        var buyer = street.buyer(port);
        var order = buy(buyer, open.shop(), open.room());
        Street.must(200, open.host().patch("/api/me", "{\"name\": \"Another Name\"}"));
        var kept = kept(order, buyer.browser());
        assertThat(kept.path("platform")).isEqualTo(named.path("platform"));
        assertThat(kept.path("host")).isEqualTo(named.path("host"));
        assertThat(kept.path("agency")).isEqualTo(named.path("agency"));
        assertThat(kept.path("merchant")).isEqualTo(named.at("/merchants/0/name"));
        assertThat(kept(order, open.host())).isEqualTo(kept);
        assertThat(kept(order, premiere.operator(port).browser())).isEqualTo(kept);
        clock.forward(KNOWN_ANEW);
        assertThat(Street.must(200, new Browser(port).get(open.here("/parties")))
                        .path("host")
                        .asString())
                .isEqualTo("Another Name");
    }

    @Test
    void anOrderOfWhatTheRoomDoesNotSellNamesNobodyAndAStrangerReadsNothing() {
        var open = stage.room(port, 9);
        var other = street.shop(port, 9);
        var buyer = street.buyer(port);
        var elsewhere = buy(buyer, other, open.room());
        assertThat(kept(elsewhere, buyer.browser()).isNull()).isTrue();
        var here = buy(buyer, open.shop(), open.room());
        assertThat(kept(here, buyer.browser()).path("agency").isNull()).isTrue();
        assertThat(street.buyer(port)
                        .browser()
                        .get("/api/orders/" + here + "/parties")
                        .status())
                .isEqualTo(404);
        assertThat(new Browser(port).get("/api/rooms/1/parties").status()).isEqualTo(404);
    }
}
