package org.kanmai.app.insight.traces;

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
import org.kanmai.facts.OrderId;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A sale, from the page that began it to the boards of those whom it concerns. */
@KanmaiTest
class OrderTraceTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Street street;
    private final Premiere premiere;
    private final int port;

    OrderTraceTests(Street street, Premiere premiere, @LocalServerPort int port) {
        this.street = street;
        this.premiere = premiere;
        this.port = port;
    }

    /** What was sold to whom. */
    private record Sale(Street.Shop shop, Street.Buyer buyer, Premiere.Player creator, JsonNode item, OrderId order) {}

    private Sale sale() {
        var shop = street.shop(port, 5);
        var buyer = street.buyer(port);
        var creator = premiere.player(port, "chen");
        premiere.published(creator, premiere.operator(port), "明前龙井怎么泡", "");
        var spectator = new Spectator(buyer.browser());
        var item = await().until(() -> spectator.page("count=1").at("/items/0"), each -> !each.isMissingNode());
        var token = item.path("token").asString();
        assertThat(spectator.told(Spectator.exposed(token))).containsExactly("1 accepted");
        var quote = Street.quote(buyer, shop.sku(), 1).path("id").asString();
        var key = UUID.randomUUID().toString();
        var placed = Street.must(201, Street.order(buyer, key, quote, shop.sku(), 1, Map.of("Item-Token", token)));
        street.pay(port, placed);
        return new Sale(shop, buyer, creator, item, Street.id(placed));
    }

    @Test
    @Tag("DX-12")
    @Tag("DX-01")
    void aPaidOrderLeadsBackToTheExposureAndShowsInItsShopsFunnel() {
        var sale = sale();
        var merchant = sale.shop.merchant();
        var trace = await().atMost(PATIENCE)
                .until(
                        () -> Street.must(200, merchant.get("/api/orders/" + sale.order + "/trace")),
                        each -> each.at("/lines/0/steps").size() >= 3);
        assertThat(trace.at("/lines/0/exposure").asString())
                .isEqualTo(sale.item.path("exposure").asString());
        assertThat(trace.at("/lines/0/steps")
                        .valueStream()
                        .map(step -> step.path("kind").asString() + " "
                                + step.path("detail").asString("")))
                .containsExactly("exposed ", "converted ordered", "converted paid");
        var funnel = Street.must(200, merchant.get("/api/insight/funnel?scope=products&by=product"));
        assertThat(funnel.at("/rows/0/key").asString()).isEqualTo(sale.shop.product());
        assertThat(funnel.at("/rows/0/label").asString()).isEqualTo("明前龙井");
        assertThat(funnel.at("/total/counts").valueStream().map(JsonNode::asInt))
                .containsExactly(1, 0, 0, 0, 0, 0, 0, 1, 1, 0);
        var board = Street.must(200, merchant.get("/api/insight/board?scope=products&days=7"));
        assertThat(figure(board, "sales").path("value").asInt()).isEqualTo(1990);
        assertThat(figure(board, "stock-out-rate").path("value").asInt()).isZero();
        assertThat(board.path("currency").asString()).isEqualTo("CNY");
        assertThat(board.at("/shares/0/share").asDouble()).isEqualTo(1);
    }

    @Test
    @Tag("TD-43")
    void whoOpensAWorkByItsAddressAndBuysIsADirectSale() {
        var shop = street.shop(port, 5);
        var buyer = street.buyer(port);
        var work = premiere.published(premiere.player(port, "chen"), premiere.operator(port), "明前龙井怎么存", "");
        var item = Street.must(200, buyer.browser().get("/api/works/" + work + "/page"))
                .at("/items/0");
        assertThat(item.path("source").asString()).isEqualTo("direct");
        assertThat(item.path("slot").asString()).isEqualTo("ranked");
        var token = item.path("token").asString();
        assertThat(new Spectator(buyer.browser()).told(Spectator.exposed(token)))
                .containsExactly("1 accepted");
        var quote = Street.quote(buyer, shop.sku(), 1).path("id").asString();
        var key = UUID.randomUUID().toString();
        var placed = Street.must(201, Street.order(buyer, key, quote, shop.sku(), 1, Map.of("Item-Token", token)));
        street.pay(port, placed);
        var trace = await().atMost(PATIENCE)
                .until(
                        () -> Street.must(200, shop.merchant().get("/api/orders/" + Street.id(placed) + "/trace")),
                        each -> each.at("/lines/0/steps").size() >= 3);
        assertThat(trace.at("/lines/0/exposure").asString())
                .isEqualTo(item.path("exposure").asString());
        var funnel = Street.must(200, shop.merchant().get("/api/insight/funnel?scope=products&by=source"));
        assertThat(funnel.at("/rows/0/key").asString()).isEqualTo("direct");
        assertThat(funnel.at("/rows/0/counts").valueStream().map(JsonNode::asInt))
                .containsExactly(1, 0, 0, 0, 0, 0, 0, 1, 1, 0);
    }

    private static JsonNode figure(JsonNode board, String metric) {
        return board.path("figures")
                .valueStream()
                .filter(figure -> figure.path("metric").asString().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOrderIsTracedForItsShopAndForOperatorsOnly() {
        var sale = sale();
        var path = "/api/orders/" + sale.order + "/trace";
        assertThat(sale.buyer.browser().get(path).status()).isEqualTo(404);
        assertThat(street.shop(port, 1).merchant().get(path).status()).isEqualTo(404);
        assertThat(premiere.operator(port).browser().get(path).status()).isEqualTo(200);
    }

    @Test
    void numbersAreForThoseWhomTheyConcern() {
        var creator = premiere.player(port, "chen").browser();
        assertThat(creator.get("/api/insight/funnel?scope=all").status()).isEqualTo(403);
        assertThat(creator.get("/api/insight/funnel?scope=products").status()).isEqualTo(403);
        assertThat(creator.get("/api/insight/funnel")
                        .json()
                        .at("/total/counts/0")
                        .asInt())
                .isZero();
        assertThat(creator.get("/api/insight/funnel?from=2026-01-01&to=2026-04-03")
                        .status())
                .isEqualTo(422);
        assertThat(creator.get("/api/insight/funnel?from=2026-01-01&to=2026-04-02")
                        .status())
                .isEqualTo(200);
        var file = creator.get("/api/insight/funnel.csv?by=source");
        assertThat(file.whole().headers().firstValue("Content-Disposition").orElse(""))
                .contains("funnel-source-");
        assertThat(file.body()).startsWith("\uFEFF\"source\"".replace("\"", "")).contains("viewers,exposed,held-3s");
    }
}
