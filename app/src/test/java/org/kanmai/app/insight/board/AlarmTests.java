package org.kanmai.app.insight.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.facts.ShopId;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Alarms of a real shop. */
@KanmaiTest
class AlarmTests {
    private final Alarms alarms;
    private final Street street;
    private final int port;

    AlarmTests(Alarms alarms, Street street, @LocalServerPort int port) {
        this.alarms = alarms;
        this.street = street;
        this.port = port;
    }

    private List<String> raised(ShopId shop) {
        return alarms.of(shop, 10).stream()
                .filter(alarm -> alarm.overAt() == null)
                .map(Alarm::metric)
                .toList();
    }

    private static List<String> told(Street.Shop shop) {
        return shop.merchant()
                .get("/api/me/notices")
                .json()
                .path("items")
                .valueStream()
                .filter(notice -> notice.path("kind").asString().contains("figure"))
                .map(notice -> notice.path("kind").asString() + ": "
                        + notice.at("/arguments/zh").asString() + ", "
                        + notice.at("/arguments/en").asString())
                .toList();
    }

    @Test
    @Tag("EC-22")
    @Tag("DX-02")
    void aShelfThatIsEmptyRaisesAnAlarmOnceAndStockEndsIt() {
        var shop = street.shop(port, 1);
        var id = ShopId.parse(shop.id());
        alarms.look(id);
        assertThat(raised(id)).isEmpty();
        var buyer = street.buyer(port);
        var placed = street.placed(buyer, shop);
        alarms.look(id);
        alarms.look(id);
        assertThat(alarms.of(id, 10)).singleElement().satisfies(alarm -> {
            assertThat(alarm.metric()).isEqualTo("stock-out-rate");
            assertThat(alarm.value()).isEqualTo(1);
        });
        assertThat(shop.merchant()
                        .get("/api/me/shop/alarms")
                        .json()
                        .at("/items/0/metric")
                        .asString())
                .isEqualTo("stock-out-rate");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> told(shop).equals(List.of("shop-figure-alarm: 缺货率, Stock-out rate")));
        Street.must(200, buyer.browser().post("/api/me/orders/" + Street.id(placed) + "/cancellation", ""));
        alarms.look(id);
        assertThat(raised(id)).isEmpty();
        assertThat(alarms.of(id, 10)).as("it stays on record").hasSize(1);
    }
}
