package org.kanmai.app.trade.news;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.notices.Postman;
import org.kanmai.app.trade.orders.Street;
import org.springframework.boot.test.web.server.LocalServerPort;

@KanmaiTest
class OrderNewsTests {
    private final Street street;
    private final Postman postman;
    private final int port;

    OrderNewsTests(Street street, Postman postman, @LocalServerPort int port) {
        this.street = street;
        this.postman = postman;
        this.port = port;
    }

    @Test
    void aBuyerIsToldOfEachStepAndTheShopOfWhatItIsToSend() {
        var shop = street.shop(port, 9);
        var buyer = street.buyer(port);
        var placed = street.placed(buyer, shop);
        street.pay(port, placed);
        var order = Street.id(placed);
        Street.must(
                200,
                shop.merchant()
                        .post(
                                "/api/me/shop/orders/" + order + "/shipment",
                                "{\"carrier\": \"SF\", \"number\": \"SF12345\"}"));
        Street.must(200, buyer.browser().post("/api/me/orders/" + order + "/receipt", ""));
        assertThat(postman.kinds(buyer.browser(), 4))
                .containsExactlyInAnyOrder("order-placed", "order-paid", "order-shipped", "order-received");
        assertThat(postman.kinds(shop.merchant(), 2)).containsExactly("sale-paid", "approved");
        var line = Postman.inbox(buyer.browser()).getFirst();
        assertThat(line.path("subject").path("id").asString()).isEqualTo(order.toString());
        assertThat(line.path("glimpse").path("words").asString()).isEqualTo("明前龙井");
        Street.must(200, shop.merchant().post("/api/me/shop/orders/" + order + "/refund", ""));
        assertThat(postman.kinds(buyer.browser(), 5)).startsWith("order-refunded");
    }

    @Test
    void aShopIsToldWhatItsBuyerTakesBackAfterPaying() {
        var shop = street.shop(port, 9);
        var buyer = street.buyer(port);
        var placed = street.placed(buyer, shop);
        street.pay(port, placed);
        Street.must(200, buyer.browser().post("/api/me/orders/" + Street.id(placed) + "/cancellation", ""));
        assertThat(postman.kinds(shop.merchant(), 3)).contains("sale-cancelled", "sale-paid");
        assertThat(postman.kinds(buyer.browser(), 3)).contains("order-refunded");
    }

    @Test
    void anOrderThatIsClosedUnpaidIsNoNewsForTheShop() {
        var shop = street.shop(port, 9);
        var buyer = street.buyer(port);
        var placed = street.placed(buyer, shop);
        Street.must(200, buyer.browser().post("/api/me/orders/" + Street.id(placed) + "/cancellation", ""));
        assertThat(postman.kinds(buyer.browser(), 2)).containsExactlyInAnyOrder("order-closed", "order-placed");
        assertThat(Postman.inbox(shop.merchant())).hasSize(1);
    }
}
