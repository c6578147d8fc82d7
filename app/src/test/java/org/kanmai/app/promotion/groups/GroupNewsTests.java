package org.kanmai.app.promotion.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kanmai.app.trade.orders.Circle.group;
import static org.kanmai.app.trade.orders.Circle.step;
import static org.kanmai.app.trade.orders.Circle.together;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.trade.orders.Circle;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who is in a group hears who has come and what became of it. */
@KanmaiTest
@Tag("SF-01")
class GroupNewsTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Street street;
    private final Circle circle;
    private final TestClock clock;
    private final int port;

    GroupNewsTests(Street street, Circle circle, TestClock clock, @LocalServerPort int port) {
        this.street = street;
        this.circle = circle;
        this.clock = clock;
        this.port = port;
    }

    private static List<JsonNode> told(Buyer buyer, String kind) {
        return Street.must(200, buyer.browser().get("/api/me/notices"))
                .path("items")
                .valueStream()
                .filter(each -> each.path("kind").asString().equals(kind))
                .toList();
    }

    private static void hears(Buyer buyer, String kind) {
        until(() -> !told(buyer, kind).isEmpty());
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(condition);
    }

    @Test
    void thoseWhoComeAreOneLineAndItsEndIsAnother() {
        var shop = street.shop(port, 20);
        var deal = Circle.deal(shop, "[" + step(4, 1_500) + "]");
        var mei = street.buyer(port);
        var group = group(circle.paid(port, mei, shop, 1, together(deal, "")));
        var tao = street.buyer(port);
        circle.paid(port, tao, shop, 1, together(deal, group));
        circle.paid(port, street.buyer(port), shop, 1, together(deal, group));
        until(() -> told(mei, "group-joined").stream()
                .anyMatch(each -> each.path("count").asInt() == 2));
        var joined = told(mei, "group-joined");
        assertThat(joined).hasSize(1);
        assertThat(joined.getFirst().path("actors")).hasSize(2);
        assertThat(joined.getFirst().at("/subject/kind").asString()).isEqualTo("group");
        assertThat(joined.getFirst().at("/subject/id").asString()).isEqualTo(group);
        assertThat(joined.getFirst().at("/glimpse/words").asString()).isEqualTo("明前龙井");

        var last = street.buyer(port);
        circle.paid(port, last, shop, 1, together(deal, group));
        hears(mei, "group-complete");
        hears(tao, "group-complete");
        hears(last, "group-complete");
        assertThat(told(last, "group-joined")).as("nobody came after the last").isEmpty();
    }

    @Test
    void whoHasPaidForAGroupThatStaysTooSmallIsTold() {
        var shop = street.shop(port, 20);
        var deal = Circle.deal(shop, "[" + step(3, 1_500) + "]");
        var mei = street.buyer(port);
        var group = group(circle.paid(port, mei, shop, 1, together(deal, "")));
        var tao = street.buyer(port);
        Street.must(201, Circle.order(tao, shop, 1, together(deal, group)));
        clock.forward(Duration.ofMinutes(61));
        circle.settle();
        hears(mei, "group-failed");
        assertThat(told(tao, "group-failed")).as("has paid nothing").isEmpty();
    }
}
