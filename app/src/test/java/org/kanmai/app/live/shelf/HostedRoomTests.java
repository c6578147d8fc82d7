package org.kanmai.app.live.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.affiliate.Deal;
import org.kanmai.app.live.Hall;
import org.kanmai.app.trade.orders.Street;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A host sells what other shops promise a commission for, and earns it. */
@KanmaiTest
@Tag("LC-06")
class HostedRoomTests {
    private final Street street;
    private final Deal deal;
    private final Hall hall;
    private final int port;

    HostedRoomTests(Street street, Deal deal, Hall hall, @LocalServerPort int port) {
        this.street = street;
        this.deal = deal;
        this.hall = hall;
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
}
