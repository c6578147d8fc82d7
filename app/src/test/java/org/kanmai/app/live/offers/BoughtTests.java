package org.kanmai.app.live.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.live.Ear;
import org.kanmai.app.live.Stage;
import org.kanmai.app.live.Stage.Open;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a room hears of what is bought in it: never by whom, and from where only of many alike. */
@KanmaiTest
@Tag("LC-02")
class BoughtTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stage stage;
    private final Street street;
    private final int port;

    BoughtTests(Stage stage, Street street, @LocalServerPort int port) {
        this.stage = stage;
        this.street = street;
        this.port = port;
    }

    private void buy(Open open, Buyer buyer) {
        var sku = open.shop().sku();
        var placed = Street.must(
                201,
                Street.patient(() -> buyer.browser().post("/api/orders", """
                {"key": "%s", "quote": "%s", "lines": [{"sku": "%s", "units": 1}], "address": "%s", "provider": "trial", "room": "%s"}""".formatted(
                                UUID.randomUUID(),
                                Street.quote(buyer, sku, 1).path("id").asString(),
                                sku,
                                buyer.address(),
                                open.room()))));
        street.pay(port, placed);
    }

    private Buyer living(String region) {
        var buyer = street.buyer(port);
        buyer.browser().put("/api/me/consents/region", "{\"given\": true}");
        buyer.browser().put("/api/me/region", "{\"region\": \"%s\"}".formatted(region));
        return buyer;
    }

    @Test
    void aProvinceIsNamedOnlyOfFiveBuyersAndNobodyEverIs() {
        var open = stage.room(port, 99);
        var ear = Ear.in(open.room(), port);
        for (int number = 0; number < Bought.ALIKE - 1; number++) {
            buy(open, living("cn-zj"));
        }
        buy(open, living("cn-xz"));
        await().atMost(PATIENCE).until(() -> ear.heard("\"bought\"", open.shop().product()));
        buy(open, living("cn-zj"));
        await().atMost(PATIENCE).until(() -> ear.heard("\"bought\"", "cn-zj"));
        assertThat(ear.heard("cn-xz")).isFalse();
        assertThat(ear.heard("\"buyer\"")).isFalse();
    }

    @Test
    void anOrderThatNamesNoRoomOfAnyIsPlacedAllTheSame() {
        var open = stage.room(port, 9);
        Street.must(200, open.host().post(open.own("/end"), ""));
        buy(open, street.buyer(port));
    }
}
