package org.kanmai.app.trade.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.app.trade.orders.Circle.deal;
import static org.kanmai.app.trade.orders.Circle.group;
import static org.kanmai.app.trade.orders.Circle.order;
import static org.kanmai.app.trade.orders.Circle.step;
import static org.kanmai.app.trade.orders.Circle.together;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many want the same few places at once. */
@KanmaiTest
@Tag("SF-01")
class GroupRushTests {
    private final Street street;
    private final Circle circle;
    private final JdbcClient jdbc;
    private final int port;

    GroupRushTests(Street street, Circle circle, JdbcClient jdbc, @LocalServerPort int port) {
        this.street = street;
        this.circle = circle;
        this.jdbc = jdbc;
        this.port = port;
    }

    private int free(Shop shop) {
        return jdbc.sql("select free from catalog.stock where sku = :sku and bucket = 0")
                .param("sku", Long.parseLong(shop.sku()))
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** Eight people want the two places that are left. */
    @Test
    void noGroupHasMorePeopleThanPlaces() throws Exception {
        var shop = street.shop(port, 20);
        var deal = deal(shop, "[" + step(3, 1_500) + "]");
        var first = circle.paid(port, street.buyer(port), shop, 1, together(deal, ""));
        var asks = new ArrayList<Callable<Answer>>();
        for (int each = 0; each < 8; each++) {
            var buyer = street.buyer(port);
            asks.add(() -> order(buyer, shop, 1, together(deal, group(first))));
        }
        assertThat(placed(asks)).isEqualTo(2);
        assertThat(free(shop)).isEqualTo(17);
    }

    @Test
    void onePersonHasOnePlace() throws Exception {
        var shop = street.shop(port, 20);
        var deal = deal(shop, "[" + step(5, 1_500) + "]");
        var first = circle.paid(port, street.buyer(port), shop, 1, together(deal, ""));
        var buyer = street.buyer(port);
        var asks = new ArrayList<Callable<Answer>>();
        for (int each = 0; each < 5; each++) {
            asks.add(() -> order(buyer, shop, 1, together(deal, group(first))));
        }
        assertThat(placed(asks)).isOne();
        assertThat(free(shop)).isEqualTo(18);
    }

    private static int placed(List<Callable<Answer>> asks) throws Exception {
        int placed = 0;
        try (var threads = Executors.newFixedThreadPool(asks.size())) {
            for (var answer : threads.invokeAll(asks)) {
                placed += answer.get().status() == 201 ? 1 : 0;
            }
        }
        return placed;
    }
}
