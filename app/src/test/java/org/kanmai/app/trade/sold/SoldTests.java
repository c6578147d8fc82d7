package org.kanmai.app.trade.sold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.spending.Spending;
import org.kanmai.app.trade.spending.Spent;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@KanmaiTest
class SoldTests {
    private static final Duration LATELY = Duration.ofDays(90);

    private final Street street;
    private final SoldStore store;
    private final Spending spending;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final int port;

    SoldTests(
            Street street,
            SoldStore store,
            Spending spending,
            Clock clock,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.street = street;
        this.store = store;
        this.spending = spending;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    private Long sold(Clock at, Street.Shop shop) {
        var product = new ProductId(Long.parseLong(shop.product()));
        return new Sold(store, at).lately(List.of(product)).getOrDefault(product, 0L);
    }

    private PersonId buyer(JsonNode placed) {
        return new PersonId(jdbc.sql("select buyer from trade.orders where id = :id")
                .param("id", Street.id(placed).value())
                .query(Long.class)
                .single());
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
        var person = buyer(placed);
        var spent = spending.lately(person, LATELY).getFirst();
        assertThat(spent.orders()).isEqualTo(2);
        assertThat(sold(Clock.offset(clock, Duration.ofDays(29)), shop)).isEqualTo(2);
        assertThat(sold(Clock.offset(clock, Duration.ofDays(31)), shop)).isZero();
        jdbc.sql("update trade.orders set refunded_at = paid_at where id = :id")
                .param("id", Street.id(placed).value())
                .update();
        assertThat(sold(clock, shop)).isEqualTo(1);
        assertThat(spending.lately(person, LATELY)).containsExactly(new Spent(spent.currency(), 1, spent.minor() / 2));
        assertThat(spending.lately(person, Duration.ZERO)).isEmpty();
    }
}
