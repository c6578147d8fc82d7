package org.kanmai.app.trade.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.catalog.Stall;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.trade.orders.OrderRow.Closing;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Flash sales over HTTP: planned, running, waited for, over. */
@KanmaiTest
@Tag("LC-03")
class FlashSaleTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Street street;
    private final Stall stall;
    private final Orders orders;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    FlashSaleTests(
            Street street, Stall stall, Orders orders, TestClock clock, JdbcClient jdbc, @LocalServerPort int port) {
        this.street = street;
        this.stall = stall;
        this.orders = orders;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    private Answer plan(Shop shop, int price, int units, int most, Instant starts, Instant ends) {
        return shop.merchant().post("/api/me/sales", """
                {"sku": "%s", "price": {"minor": %d, "currency": "CNY"}, "units": %d, "most": %d, "startsAt": "%s", "endsAt": "%s"}""".formatted(shop.sku(), price, units, most, starts, ends));
    }

    private String running(Shop shop, int units, int most) {
        var now = clock.instant();
        return Street.must(201, plan(shop, 990, units, most, now.minusSeconds(1), now.plusSeconds(86_400)))
                .path("id")
                .asString();
    }

    private static long price(Buyer buyer, Shop shop) {
        return Street.quote(buyer, shop.sku(), 1).at("/total/minor").asLong();
    }

    private int shelf(Shop shop) {
        return jdbc.sql("select free from catalog.stock where bucket = 0 and sku = :sku")
                .param("sku", Long.parseLong(shop.sku()))
                .query(Integer.class)
                .single();
    }

    private int buckets(Shop shop) {
        return jdbc.sql("select coalesce(sum(free), 0) from catalog.stock where bucket > 0 and sku = :sku")
                .param("sku", Long.parseLong(shop.sku()))
                .query(Integer.class)
                .single();
    }

    @Test
    void aSaleHasItsPriceFromItsStartToItsEndAndGivesBackWhatIsLeft() {
        var shop = street.shop(port, 10);
        var buyer = street.buyer(port);
        var now = clock.instant();
        var sale = Street.must(201, plan(shop, 990, 4, 2, now.plusSeconds(600), now.plusSeconds(1_200)));
        assertThat(sale.path("state").asString()).isEqualTo("planned");
        assertThat(shelf(shop)).isEqualTo(6);
        assertThat(price(buyer, shop)).isEqualTo(1990);

        clock.forward(Duration.ofSeconds(601));
        assertThat(price(buyer, shop)).isEqualTo(990);
        var seen = Street.must(200, buyer.browser().get("/api/products/" + shop.product() + "/sales"));
        assertThat(seen.at("/items/0/state").asString()).isEqualTo("running");
        var product = Street.must(200, buyer.browser().get("/api/products/" + shop.product()));
        assertThat(product.at("/skus/0/price/minor").asLong()).isEqualTo(990);
        assertThat(product.at("/skus/0/free").asInt()).isEqualTo(4);
        var own = Street.must(200, shop.merchant().get("/api/me/products/" + shop.product()));
        assertThat(own.at("/skus/0/price/minor").asLong()).isEqualTo(1990);
        assertThat(own.at("/skus/0/free").asInt()).isEqualTo(6);
        assertThat(Instant.parse(seen.path("now").asString())).isAfter(now.plusSeconds(600));
        Street.must(201, Street.order(buyer, shop.sku(), 1));
        assertThat(buckets(shop)).isEqualTo(3);
        assertThat(shelf(shop)).isEqualTo(6);

        clock.forward(Duration.ofMinutes(10));
        assertThat(price(buyer, shop)).isEqualTo(1990);
        await().atMost(PATIENCE).until(() -> shelf(shop) == 9);
        assertThat(buckets(shop)).isZero();
        var ended = Street.must(
                200, buyer.browser().get("/api/sales/" + sale.path("id").asString()));
        assertThat(ended.at("/items/0/state").asString()).isEqualTo("over");
    }

    @Test
    void aPriceOfBeforeTheSaleIsShownAnewAndNotCharged() {
        var shop = street.shop(port, 10);
        var buyer = street.buyer(port);
        var before = Street.quote(buyer, shop.sku(), 1).path("id").asString();
        running(shop, 5, 1);
        var answer = Street.order(buyer, UUID.randomUUID().toString(), before, shop.sku(), 1);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).endsWith("price-changed");
        assertThat(shelf(shop) + buckets(shop)).isEqualTo(10);
    }

    @Test
    void unitsThatLapseGoToWhoWaitsAndThoseThatComeLateToTheShelf() {
        var shop = street.shop(port, 3);
        var sale = running(shop, 1, 1);
        var first = street.buyer(port);
        var second = street.buyer(port);
        var placed = Street.must(201, Street.order(first, shop.sku(), 1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(turn(second, sale)).isEqualTo("waiting 1"));
        assertThat(Street.order(second, shop.sku(), 1).type()).endsWith("not-your-turn");

        assertThat(orders.close(Street.id(placed), Closing.EXPIRED)).isTrue();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(turn(second, sale)).isEqualTo("in"));
        var again = Street.must(201, Street.order(second, shop.sku(), 1));
        street.pay(port, again);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(turn(first, sale)).isEqualTo("sold-out"));

        shop.merchant().delete("/api/me/sales/" + sale, "");
        assertThat(shelf(shop)).isEqualTo(2);
        Street.must(200, second.browser().post("/api/me/orders/" + Street.id(again) + "/cancellation", ""));
        assertThat(shelf(shop)).isEqualTo(3);
        assertThat(buckets(shop)).isZero();
    }

    private static String turn(Buyer buyer, String sale) {
        var place = Street.must(200, buyer.browser().put("/api/sales/" + sale + "/turn", ""));
        var state = place.path("state").asString();
        return state.equals("waiting") ? state + " " + place.path("place").asLong() : state;
    }

    @Test
    void onlyWhatCanBeKeptIsPlanned() {
        var shop = street.shop(port, 5);
        var now = clock.instant();
        var later = now.plusSeconds(3_600);
        assertThat(plan(shop, 1990, 1, 1, now, later).status()).isEqualTo(422);
        assertThat(plan(shop, 0, 1, 1, now, later).status()).isEqualTo(422);
        assertThat(plan(shop, 990, 0, 1, now, later).status()).isEqualTo(422);
        assertThat(plan(shop, 990, 2, 3, now, later).status()).isEqualTo(422);
        assertThat(plan(shop, 990, 2, 1, later, now).status()).isEqualTo(422);
        assertThat(plan(shop, 990, 2, 1, now.minusSeconds(7_200), now.minusSeconds(3_600))
                        .status())
                .isEqualTo(422);
        assertThat(plan(shop, 990, 2, 1, Instant.MAX, Instant.MAX).status()).isEqualTo(422);
        assertThat(plan(shop, 990, 6, 1, now, later).type()).endsWith("too-few");
        Street.must(201, plan(shop, 990, 2, 1, now, later));
        assertThat(plan(shop, 890, 2, 1, now, later).type()).endsWith("sale-planned");
        assertThat(shelf(shop)).isEqualTo(3);
    }

    @Test
    void aSaleIsItsOwnMerchantsToPlanAndToCallOff() {
        var shop = street.shop(port, 5);
        var stranger = stall.merchant(port);
        var now = clock.instant();
        var foreign = new Shop(stranger, shop.id(), shop.product(), shop.sku());
        assertThat(plan(foreign, 990, 1, 1, now, now.plusSeconds(600)).status()).isEqualTo(404);
        var sale = running(shop, 5, 1);
        assertThat(stranger.delete("/api/me/sales/" + sale, "").status()).isEqualTo(404);
        assertThat(buckets(shop)).isEqualTo(5);
        assertThat(shop.merchant().delete("/api/me/sales/" + sale, "").status()).isEqualTo(204);
        assertThat(shop.merchant().delete("/api/me/sales/" + sale, "").status()).isEqualTo(409);
        assertThat(shelf(shop)).isEqualTo(5);
        assertThat(Street.must(200, shop.merchant().get("/api/me/sales"))
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("called-off");
    }

    /** One has bought here before, from the feed, on a phone; the other came a moment ago. */
    @Test
    @Tag("EC-21")
    void twoBuyersWithTheSameCartSeeAndPayTheSamePriceWhoeverTheyAre() {
        var shop = street.shop(port, 20);
        var regular = street.buyer(port);
        for (int number = 0; number < 3; number++) {
            street.pay(port, street.placed(regular, shop));
        }
        clock.forward(Duration.ofDays(8));
        var fresh = street.buyer(port);
        var phone = Map.of("User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)");
        var desk = Map.of("User-Agent", "Mozilla/5.0 (X11; Linux x86_64)");
        same(shop, regular, phone, fresh, desk);
        running(shop, 5, 2);
        same(shop, regular, phone, fresh, desk);
    }

    private static void same(Shop shop, Buyer one, Map<String, String> phone, Buyer other, Map<String, String> desk) {
        var seen = Street.quote(one, shop.sku(), 1);
        var alsoSeen = Street.quote(other, shop.sku(), 1);
        assertThat(alsoSeen.path("id")).isEqualTo(seen.path("id"));
        assertThat(alsoSeen.path("total")).isEqualTo(seen.path("total"));
        var quote = seen.path("id").asString();
        var paid = Street.must(201, Street.order(one, UUID.randomUUID().toString(), quote, shop.sku(), 1, phone));
        var alsoPaid = Street.must(201, Street.order(other, UUID.randomUUID().toString(), quote, shop.sku(), 1, desk));
        assertThat(alsoPaid.at("/items/0/total")).isEqualTo(paid.at("/items/0/total"));
        assertThat(alsoPaid.at("/items/0/explained")).isEqualTo(paid.at("/items/0/explained"));
        assertThat(alsoPaid.at("/payment/amount")).isEqualTo(paid.at("/payment/amount"));
    }
}
