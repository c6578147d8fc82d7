package org.kanmai.app.insight.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.river.Spectator;
import org.kanmai.app.trade.orders.Street;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A shop's orders, credited by each model over HTTP, to the shop and to operators only. */
@KanmaiTest
@Tag("DX-06")
class AttributionTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Street street;
    private final Premiere premiere;
    private final int port;

    AttributionTests(Street street, Premiere premiere, @LocalServerPort int port) {
        this.street = street;
        this.premiere = premiere;
        this.port = port;
    }

    @Test
    void everyModelsCreditsSumToWhatWasPaidAndOrdersThatNothingLedToAreDirect() {
        var shop = street.shop(port, 9);
        var buyer = street.buyer(port);
        var work = premiere.published(premiere.player(port, "chen"), premiere.operator(port), "龙井怎么选", "");
        var item = Street.must(200, buyer.browser().get("/api/works/" + work + "/page"))
                .at("/items/0");
        var token = item.path("token").asString();
        assertThat(new Spectator(buyer.browser()).told(Spectator.exposed(token)))
                .containsExactly("1 accepted");
        var quote = Street.quote(buyer, shop.sku(), 1).path("id").asString();
        var led = Street.must(
                201,
                Street.order(buyer, UUID.randomUUID().toString(), quote, shop.sku(), 1, Map.of("Item-Token", token)));
        street.pay(port, led);
        street.pay(port, Street.must(201, Street.order(street.buyer(port), shop.sku(), 2)));
        var bySource = await().atMost(PATIENCE)
                .until(
                        () -> Street.must(200, shop.merchant().get("/api/insight/attribution")),
                        answer -> answer.path("lines").asInt() == 2);
        assertThat(bySource.at("/totals/0/minor").asLong()).isEqualTo(3 * 1_990);
        for (var model : AttributionModel.values()) {
            assertThat(bySource.path("rows")
                            .valueStream()
                            .mapToLong(row -> row.at("/credits/" + model.code() + "/minor")
                                    .asLong())
                            .sum())
                    .as(model.code())
                    .isEqualTo(3 * 1_990);
        }
        var byWork = Street.must(200, shop.merchant().get("/api/insight/attribution?by=work"));
        assertThat(byWork.path("rows")
                        .valueStream()
                        .filter(row -> row.path("channel").asString().equals(work.toString()))
                        .map(row -> row.at("/credits/last/minor").asLong()))
                .containsExactly(1_990L);
    }

    @Test
    void nobodySeesTheCreditsOfOthers() {
        var buyer = street.buyer(port);
        assertThat(buyer.browser()
                        .get("/api/insight/attribution?scope=products")
                        .status())
                .isEqualTo(403);
        assertThat(street.shop(port, 1)
                        .merchant()
                        .get("/api/insight/attribution?scope=all")
                        .status())
                .isEqualTo(403);
        assertThat(premiere.operator(port)
                        .browser()
                        .get("/api/insight/attribution?scope=all&by=work")
                        .status())
                .isEqualTo(200);
    }
}
