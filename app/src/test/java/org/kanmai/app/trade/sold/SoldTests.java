package org.kanmai.app.trade.sold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.facts.ProductId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@KanmaiTest
class SoldTests {
    private final Street street;
    private final SoldStore store;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final int port;

    SoldTests(Street street, SoldStore store, Clock clock, JdbcClient jdbc, @LocalServerPort int port) {
        this.street = street;
        this.store = store;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    private Long sold(Clock at, Street.Shop shop) {
        var product = new ProductId(Long.parseLong(shop.product()));
        return new Sold(store, at).lately(List.of(product)).getOrDefault(product, 0L);
    }

    @Test
    void whatIsPaidCountsForThirtyDaysAndWhatIsRefundedDoesNot() {
        var shop = street.shop(port, 9);
        var buyer = street.buyer(port);
        var placed = street.placed(buyer, shop);
        assertThat(sold(clock, shop)).isZero();
        street.pay(port, placed);
        street.pay(port, street.placed(buyer, shop));
        assertThat(sold(clock, shop)).isEqualTo(2);
        assertThat(sold(Clock.offset(clock, Duration.ofDays(29)), shop)).isEqualTo(2);
        assertThat(sold(Clock.offset(clock, Duration.ofDays(31)), shop)).isZero();
        jdbc.sql("update trade.orders set refunded_at = paid_at where id = :id")
                .param("id", Street.id(placed).value())
                .update();
        assertThat(sold(clock, shop)).isEqualTo(1);
    }
}
