package org.kanmai.app.trade.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kanmai.app.trade.orders.Circle.cancel;
import static org.kanmai.app.trade.orders.Circle.deal;
import static org.kanmai.app.trade.orders.Circle.group;
import static org.kanmai.app.trade.orders.Circle.offer;
import static org.kanmai.app.trade.orders.Circle.order;
import static org.kanmai.app.trade.orders.Circle.seen;
import static org.kanmai.app.trade.orders.Circle.ship;
import static org.kanmai.app.trade.orders.Circle.step;
import static org.kanmai.app.trade.orders.Circle.together;

import java.time.Duration;
import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.ShopId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Buying together over HTTP: opened, joined, complete or failed. */
@KanmaiTest
@Tag("SF-01")
class GroupBuyTests {
    private static final Currency YUAN = Currency.getInstance("CNY");

    private final Street street;
    private final Circle circle;
    private final Ledger ledger;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    GroupBuyTests(
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

    private int free(Shop shop) {
        return jdbc.sql("select free from catalog.stock where sku = :sku and bucket = 0")
                .param("sku", Long.parseLong(shop.sku()))
                .query((row, number) -> row.getInt(1))
                .single();
    }

    @Test
    void twoBuyTogetherAndNothingIsSentBeforeBothHavePaid() {
        var shop = street.shop(port, 10);
        var mei = street.buyer(port);
        var tao = street.buyer(port);
        var deal = deal(shop, "[" + step(2, 1_500) + "]");
        var first = circle.paid(port, mei, shop, 1, together(deal, ""));
        assertThat(first.at("/items/0/total/minor").asLong()).isEqualTo(1_500);
        assertThat(ship(shop, first).type()).endsWith("group-open");

        var open = Street.must(200, tao.browser().get("/api/products/" + shop.product() + "/group-buys"));
        assertThat(open.at("/groups/0/id").asString()).isEqualTo(group(first));
        assertThat(open.at("/groups/0/places").asInt()).isOne();
        assertThat(open.at("/groups/0/people/0/name").asString()).isNotEmpty();
        assertThat(open.at("/groups/0/mine").isNull()).isTrue();
        assertThat(order(mei, shop, 1, together(deal, group(first))).type()).endsWith("group-joined");

        var second = circle.paid(port, tao, shop, 1, together(deal, group(first)));
        assertThat(seen(tao, group(first)).path("state").asString()).isEqualTo("complete");
        assertThat(cancel(mei, first).type()).endsWith("group-complete");
        assertThat(order(street.buyer(port), shop, 1, together(deal, group(first)))
                        .type())
                .endsWith("group-over");
        Street.must(200, ship(shop, first));
        Street.must(200, ship(shop, second));
        assertThat(held(shop)).isEqualTo(3_000 - 150);
        Street.must(200, shop.merchant().post("/api/me/shop/orders/" + Street.id(second) + "/refund", ""));
        assertThat(held(shop)).isEqualTo(1_500 - 75);
        var mine = Street.must(200, mei.browser().get("/api/me/groups"));
        assertThat(mine.at("/items/0/mine").asString())
                .isEqualTo(Street.id(first).toString());
    }

    @Test
    void aGroupThatStaysTooSmallGivesEverybodyTheirMoneyBack() {
        var shop = street.shop(port, 10);
        var mei = street.buyer(port);
        var deal = deal(shop, "[" + step(3, 1_500) + "]");
        var first = circle.paid(port, mei, shop, 2, together(deal, ""));
        var tao = street.buyer(port);
        var second = Street.must(201, order(tao, shop, 1, together(deal, group(first))));
        assertThat(free(shop)).isEqualTo(7);
        clock.forward(Duration.ofMinutes(61));
        circle.settle();
        assertThat(Street.state(mei, Street.id(first))).isEqualTo("refunded");
        assertThat(Street.state(tao, Street.id(second))).isEqualTo("closed");
        assertThat(seen(mei, group(first)).path("state").asString()).isEqualTo("failed");
        assertThat(free(shop)).isEqualTo(10);
        assertThat(held(shop)).isZero();
        var own = Street.must(200, shop.merchant().get("/api/me/shop/group-buys"));
        assertThat(own.at("/items/0/left").asInt()).isEqualTo(100);
    }

    @Test
    void whoLeavesBeforeItIsCompleteMakesAPlaceFree() {
        var shop = street.shop(port, 10);
        var mei = street.buyer(port);
        var deal = deal(shop, "[" + step(2, 1_500) + "]");
        var first = circle.paid(port, mei, shop, 1, together(deal, ""));
        Street.must(200, cancel(mei, first));
        assertThat(seen(mei, group(first)).path("state").asString()).isEqualTo("failed");

        var second = circle.paid(port, mei, shop, 1, together(deal, ""));
        var tao = street.buyer(port);
        var unpaid = Street.must(201, order(tao, shop, 1, together(deal, group(second))));
        assertThat(order(street.buyer(port), shop, 1, together(deal, group(second)))
                        .type())
                .endsWith("group-full");
        Street.must(200, cancel(tao, unpaid));
        circle.paid(port, street.buyer(port), shop, 1, together(deal, group(second)));
        assertThat(seen(mei, group(second)).path("state").asString()).isEqualTo("complete");
    }

    @Test
    void whatIsPaidWhenTheGroupIsOverGoesBack() {
        var shop = street.shop(port, 10);
        var mei = street.buyer(port);
        var tao = street.buyer(port);
        var deal = deal(shop, "[" + step(2, 1_500) + ", " + step(3, 1_400) + "]");
        var first = circle.paid(port, mei, shop, 1, together(deal, ""));
        circle.paid(port, street.buyer(port), shop, 1, together(deal, group(first)));
        var late = Street.must(201, order(tao, shop, 1, together(deal, group(first))));
        jdbc.sql("update trade.orders set expires_at = :never where id = :id")
                .param("never", java.sql.Timestamp.from(clock.instant().plus(Duration.ofDays(1))))
                .param("id", Street.id(late).value())
                .update();
        clock.forward(Duration.ofMinutes(61));
        circle.settle();
        assertThat(seen(mei, group(first)).path("state").asString()).isEqualTo("complete");
        street.pay(port, late);
        circle.settle();
        assertThat(Street.state(tao, Street.id(late))).isEqualTo("refunded");
        assertThat(held(shop)).isEqualTo(3_000 - 150);
    }

    @Test
    void whoIsErasedLeavesTheGroupAndTheirNameIsGone() {
        var shop = street.shop(port, 20);
        var deal = deal(shop, "[" + step(3, 1_500) + "]");
        var mei = street.buyer(port);
        var first = circle.paid(port, mei, shop, 1, together(deal, ""));
        var tao = street.buyer(port);
        circle.paid(port, tao, shop, 1, together(deal, group(first)));
        assertThat(mei.browser()
                        .delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD))
                        .status())
                .isEqualTo(204);
        assertThat(seen(tao, group(first)).path("places").asInt()).isEqualTo(2);
        assertThat(seen(tao, group(first)).path("people").size()).isOne();
        assertThat(free(shop)).isEqualTo(19);
        assertThat(jdbc.sql("select count(*) from promotion.seat where orders = :order and person is not null")
                        .param("order", Street.id(first).value())
                        .query((row, number) -> row.getInt(1))
                        .single())
                .isZero();
    }

    @Test
    void limitsAndForeignHandsAreRefused() {
        var shop = street.shop(port, 10);
        var other = street.shop(port, 10);
        var steps = "[" + step(2, 1_500) + "]";
        assertThat(offer(shop, "[" + step(2, 1_990) + "]", 10, 1).status()).isEqualTo(422);
        assertThat(offer(shop, "[" + step(11, 1_500) + "]", 20, 1).status()).isEqualTo(422);
        assertThat(offer(shop, "[" + step(2, 1_500) + ", " + step(3, 1_600) + "]", 10, 1)
                        .status())
                .isEqualTo(422);
        assertThat(offer(shop, "[" + step(2, 1_500) + ", " + step(3, 700) + "]", 10, 1)
                        .status())
                .isEqualTo(422);
        assertThat(offer(shop, "[]", 10, 1).status()).isEqualTo(422);
        assertThat(offer(shop, steps, 1, 1).status()).isEqualTo(422);
        var deal = Street.must(201, offer(shop, steps, 2, 1)).path("id").asString();
        assertThat(offer(shop, steps, 2, 1).type()).endsWith("group-buy-open");
        var mei = street.buyer(port);
        assertThat(order(mei, shop, 2, together(deal, "")).type()).endsWith("over-limit");
        assertThat(order(mei, other, 1, together(deal, "")).status()).isEqualTo(422);
        var first = circle.paid(port, mei, shop, 1, together(deal, ""));
        assertThat(order(mei, shop, 1, together(deal, "")).type()).endsWith("over-limit");
        assertThat(other.merchant()
                        .delete("/api/me/shop/group-buys/" + deal, "")
                        .status())
                .isEqualTo(404);
        Street.must(204, shop.merchant().delete("/api/me/shop/group-buys/" + deal, ""));
        var tao = street.buyer(port);
        assertThat(order(tao, shop, 1, together(deal, "")).type()).endsWith("group-buy-over");
        circle.paid(port, tao, shop, 1, together(deal, group(first)));
        assertThat(seen(mei, group(first)).path("state").asString()).isEqualTo("complete");
    }
}
