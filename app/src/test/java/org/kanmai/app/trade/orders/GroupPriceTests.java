package org.kanmai.app.trade.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.app.trade.orders.Circle.deal;
import static org.kanmai.app.trade.orders.Circle.group;
import static org.kanmai.app.trade.orders.Circle.seen;
import static org.kanmai.app.trade.orders.Circle.step;
import static org.kanmai.app.trade.orders.Circle.together;
import static org.kanmai.app.trade.orders.Circle.total;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.ShopId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What everybody in a group has paid in the end, and what comes back of it. */
@KanmaiTest
@Tag("SF-01")
class GroupPriceTests {
    private static final Currency YUAN = Currency.getInstance("CNY");

    private final Street street;
    private final Circle circle;
    private final Ledger ledger;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    GroupPriceTests(
            Street street, Circle circle, Ledger ledger, TestClock clock, JdbcClient jdbc, @LocalServerPort int port) {
        this.street = street;
        this.circle = circle;
        this.ledger = ledger;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    private long held(Shop shop) {
        return ledger.balance(Account.held(ShopId.parse(shop.id())), YUAN).minor();
    }

    /** What the buyer of an order has been promised back, in all parts. */
    private long back(long order) {
        return jdbc.sql("select sum(minor) from payment.refund where subject = :order")
                .param("order", order)
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** Everybody pays the first step's price; in the end all have paid the last one that was reached. */
    @Test
    @Tag("SF-04")
    @Tag("EC-21")
    void everybodyInAGroupPaysTheSameInTheEnd() {
        var shop = street.shop(port, 20);
        var deal = deal(shop, "[" + step(2, 1_800) + ", " + step(3, 1_600) + ", " + step(5, 1_400) + "]");
        var buyers = List.of(street.buyer(port), street.buyer(port), street.buyer(port));
        var orders = new ArrayList<JsonNode>();
        for (var buyer : buyers) {
            orders.add(circle.paid(
                    port, buyer, shop, 2, together(deal, orders.isEmpty() ? "" : group(orders.getFirst()))));
        }
        assertThat(held(shop)).isEqualTo(6 * 1_800 * 95 / 100);
        clock.forward(Duration.ofMinutes(61));
        circle.settle();
        for (int each = 0; each < 3; each++) {
            assertThat(total(buyers.get(each), orders.get(each))).isEqualTo(3_200);
        }
        assertThat(held(shop)).isEqualTo(6 * 1_600 * 95 / 100);
        assertThat(seen(buyers.getFirst(), group(orders.getFirst()))
                        .at("/price/minor")
                        .asLong())
                .isEqualTo(1_600);
        var id = Street.id(orders.getFirst());
        Street.must(200, shop.merchant().post("/api/me/shop/orders/" + id + "/refund", ""));
        assertThat(held(shop)).isEqualTo(4 * 1_600 * 95 / 100);
        assertThat(back(id.value())).isEqualTo(2 * 1_800);
    }

    /** One unit of two goes back, at what it cost in the end; before that nothing goes back in parts. */
    @Test
    @Tag("EC-11")
    void aReturnGivesBackWhatWasReallyPaid() {
        var shop = street.shop(port, 20);
        var deal = deal(shop, "[" + step(2, 1_800) + ", " + step(3, 1_600) + "]");
        var mei = street.buyer(port);
        var first = circle.paid(port, mei, shop, 2, together(deal, ""));
        assertThat(giveBackOne(mei, first).type()).endsWith("group-open");
        circle.paid(port, street.buyer(port), shop, 1, together(deal, group(first)));
        circle.paid(port, street.buyer(port), shop, 1, together(deal, group(first)));
        circle.settle();
        assertThat(total(mei, first)).isEqualTo(3_200);
        Street.must(201, giveBackOne(mei, first));
        assertThat(back(Street.id(first).value())).isEqualTo(400 + 1_600);
        assertThat(held(shop)).isEqualTo(3 * 1_600 * 95 / 100);
    }

    private static Answer giveBackOne(Buyer buyer, JsonNode placed) {
        return buyer.browser().post("/api/me/orders/" + Street.id(placed) + "/returns", """
                {"line": 0, "units": 1, "kind": "refund", "reason": "changed-mind", "words": ""}""");
    }
}
