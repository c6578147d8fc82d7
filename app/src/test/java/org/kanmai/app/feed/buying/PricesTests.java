package org.kanmai.app.feed.buying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.kanmai.ranking.WorkPrice;
import org.springframework.boot.test.web.server.LocalServerPort;

@KanmaiTest
@Tag("TD-17")
class PricesTests {
    private final Prices prices;
    private final Street street;
    private final Premiere premiere;
    private final TestClock clock;
    private final int port;

    PricesTests(Prices prices, Street street, Premiere premiere, TestClock clock, @LocalServerPort int port) {
        this.prices = prices;
        this.street = street;
        this.premiere = premiere;
        this.clock = clock;
        this.port = port;
    }

    private WorkId published(Shop shop) {
        var me = shop.merchant().get("/api/me").json().path("person");
        var player = new Player(
                me.path("handle").asString(), PersonId.parse(me.path("id").asString()), shop.merchant());
        return premiere.published(player, premiere.operator(port), "龙井", "");
    }

    @Test
    void whatAWorkSellsIsRememberedForTenMinutes() {
        var shop = street.shop(port, 5);
        var work = published(shop);
        var bare = published(shop);
        Street.must(200, shop.merchant().put("/api/me/works/" + work + "/products", """
                {"products": [{"product": "%s"}]}""".formatted(shop.product())));
        assertThat(prices.of(List.of(work, bare)))
                .containsEntry(work, new WorkPrice("CNY", 1990))
                .containsEntry(bare, WorkPrice.NONE);
        shop.merchant().delete("/api/me/products/" + shop.product() + "/listing", "");
        assertThat(prices.of(List.of(work))).containsEntry(work, new WorkPrice("CNY", 1990));
        clock.forward(Prices.KEPT.plus(Duration.ofSeconds(1)));
        assertThat(prices.of(List.of(work))).containsEntry(work, WorkPrice.NONE);
    }
}
