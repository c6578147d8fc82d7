package org.kanmai.app.affiliate.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.affiliate.Deal;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.trade.orders.Passing;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.facts.OrderId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** From a promise to creators to the cents on everybody's account, and back when goods go back. */
@KanmaiTest
@Tag("EC-08")
class CommissionTests {
    private final Street street;
    private final Deal deal;
    private final Passing passing;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    CommissionTests(
            Street street, Deal deal, Passing passing, TestClock clock, JdbcClient jdbc, @LocalServerPort int port) {
        this.street = street;
        this.deal = deal;
        this.passing = passing;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    private static final String TEN = "[{\"from\": 0, \"perMille\": 100}]";

    @Test
    @Tag("CR-03")
    void aSaleByAWorkIsSharedToTheCentHeldAndThenFree() {
        var shop = street.shop(port, 9);
        var seller = deal.seller(port, "龙井怎么泡");
        deal.promise(shop, TEN);
        var buyer = street.buyer(port);
        var order = deal.bought(port, buyer, shop, 2, seller.work());

        assertThat(deal.held(seller.player().id()))
                .as("39.80: a tenth, less a tenth of it")
                .isEqualTo(398 - 39);
        assertThat(deal.fees(order)).isEqualTo(199 + 39);
        assertThat(deal.held(shop)).isEqualTo(3_980 - 199 - 398);
        var earned = own(seller).path("items").path(0);
        assertThat(earned.path("state").asString()).isEqualTo("held");
        assertThat(earned.at("/mine/minor").asLong()).isEqualTo(359);
        assertThat(earned.toString()).as("never who bought").doesNotContain(order.toString());

        passing.untilReleased(shop, buyer, order);
        assertThat(deal.held(seller.player().id())).isZero();
        assertThat(deal.free(seller.player().id())).isEqualTo(359);
        assertThat(deal.free(shop)).isEqualTo(3_980 - 199 - 398);
        assertThat(own(seller).at("/items/0/state").asString()).isEqualTo("free");
    }

    private static JsonNode own(Deal.Seller seller) {
        return Street.must(200, seller.player().browser().get("/api/me/commissions"));
    }

    @Test
    @Tag("CR-08")
    void aRefundReversesEveryShareAndTheCountAndEvenWhatWasFree() {
        var shop = street.shop(port, 9);
        var seller = deal.seller(port, "红茶怎么泡");
        deal.promise(shop, "[{\"from\": 0, \"perMille\": 100}, {\"from\": 1, \"perMille\": 200}]");
        var buyer = street.buyer(port);
        var first = deal.bought(port, buyer, shop, 1, seller.work());
        var second = deal.bought(port, buyer, shop, 1, seller.work());
        assertThat(rates(seller)).containsExactly(398L, 199L);

        passing.untilReleased(shop, buyer, first);
        Street.must(200, shop.merchant().post("/api/me/shop/orders/" + first + "/refund", ""));
        assertThat(deal.free(seller.player().id())).isZero();
        assertThat(deal.free(shop)).isZero();
        var third = deal.bought(port, buyer, shop, 1, seller.work());
        assertThat(rates(seller))
                .as("one came back: the next is the second again")
                .containsExactly(398L, 398L, 199L);

        for (var order : List.of(second, third)) {
            Street.must(200, buyer.browser().post("/api/me/orders/" + order + "/cancellation", ""));
        }
        assertThat(deal.held(seller.player().id())).isZero();
        assertThat(deal.held(shop)).isZero();
        assertThat(deal.fees(first, second, third)).isZero();
        assertThat(own(seller).path("items"))
                .allSatisfy(each -> assertThat(each.path("state").asString()).isEqualTo("reversed"));
    }

    private static List<Long> rates(Deal.Seller seller) {
        return own(seller)
                .path("items")
                .valueStream()
                .map(each -> each.at("/commission/minor").asLong())
                .toList();
    }

    @Test
    void anOrderEarnsByWhatWasPromisedWhenItWasPlacedAndWorseTermsComeADayLater() {
        var shop = street.shop(port, 9);
        var seller = deal.seller(port, "白茶怎么泡");
        deal.promise(shop, TEN);
        var buyer = street.buyer(port);
        var early = deal.ordered(buyer, shop, 1, seller.work());
        deal.promise(shop, "[]");
        var late = deal.ordered(buyer, shop, 1, seller.work());
        deal.pay(port, early);
        deal.pay(port, late);
        assertThat(own(seller).path("items"))
                .as("the notice of a day is not over")
                .hasSize(2);

        var outlook = Street.must(200, shop.merchant().get("/api/me/shop/alliance/" + shop.product()));
        assertThat(outlook.at("/now/ladder/steps")).hasSize(1);
        assertThat(outlook.at("/next/ladder/steps")).isEmpty();
        clock.forward(Duration.ofHours(25));
        deal.bought(port, buyer, shop, 1, seller.work());
        assertThat(own(seller).path("items")).hasSize(2);
    }

    @Test
    void aChangeThatWaitsCanBeWithdrawnAndAnotherOneCannotComeMeanwhile() {
        var shop = street.shop(port, 9);
        deal.promise(shop, TEN);
        deal.promise(shop, "[{\"from\": 0, \"perMille\": 50}]");
        var path = "/api/me/shop/alliance/" + shop.product();
        var refused = shop.merchant().put(path, "{\"steps\": []}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).endsWith("change-waiting");
        var outlook = Street.must(200, shop.merchant().delete(path + "/next", ""));
        assertThat(outlook.at("/now/ladder/steps/0/perMille").asInt()).isEqualTo(100);
        assertThat(outlook.path("now").path("until").isNull()).isTrue();
        assertThat(outlook.path("next").isNull()).isTrue();
        assertThat(shop.merchant().delete(path + "/next", "").type()).endsWith("no-change-waiting");
    }

    @Test
    void nobodyEarnsByBuyingFromOneselfOrWithoutAWork() {
        var shop = street.shop(port, 9);
        var seller = deal.seller(port, "黑茶怎么泡");
        deal.promise(shop, TEN);
        var address = Street.must(201, seller.player().browser().post("/api/me/addresses", """
                {"recipient": "王五", "phone": "13800138000", "region": "浙江省杭州市", "street": "龙井路 1 号", "standard": true}"""));
        var self =
                new Street.Buyer(seller.player().browser(), address.path("id").asString());
        deal.bought(port, self, shop, 1, seller.work());
        street.pay(port, street.placed(street.buyer(port), shop));
        assertThat(own(seller).path("items")).isEmpty();
        assertThat(deal.held(shop)).isEqualTo(2 * (1_990 - 100));
    }

    @Test
    @Tag("AX-15")
    void anAgencyHasItsPartFromTheCreatorsYesToTheEndOfTheContract() {
        var shop = street.shop(port, 9);
        var seller = deal.seller(port, "绿茶怎么泡");
        var agency = deal.seller(port, "经纪");
        deal.promise(shop, TEN);
        var offered = Street.must(201, agency.player().browser().post("/api/me/contracts", """
                {"handle": "%s", "perMille": 300}""".formatted(
                        seller.player().handle())));
        var buyer = street.buyer(port);
        deal.bought(port, buyer, shop, 1, seller.work());
        assertThat(deal.held(agency.player().id())).as("not yet accepted").isZero();

        var path = "/api/me/contracts/" + offered.path("id").asString();
        assertThat(agency.player()
                        .browser()
                        .put(path + "/answer", "{\"accepted\": true}")
                        .status())
                .as("nobody accepts the own offer")
                .isEqualTo(404);
        assertThat(seller.player()
                        .browser()
                        .put(path + "/answer", "{\"accepted\": true}")
                        .status())
                .isEqualTo(204);
        deal.bought(port, buyer, shop, 1, seller.work());
        assertThat(deal.held(agency.player().id()))
                .as("199 less 19, three tenths of it")
                .isEqualTo(54);
        assertThat(deal.held(seller.player().id())).isEqualTo(180 + 126);

        assertThat(seller.player().browser().delete(path, "").status()).isEqualTo(204);
        deal.bought(port, buyer, shop, 1, seller.work());
        assertThat(deal.held(agency.player().id())).isEqualTo(54);
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(
                                agency.player().browser().get("/api/me/notices").body())
                        .contains("contract-accepted", "contract-ended"));
    }

    @Test
    void eightWhoPayAtOnceAreCountedOneByOne() throws Exception {
        var shop = street.shop(port, 9);
        var other = street.shop(port, 9);
        var seller = deal.seller(port, "花茶怎么泡");
        for (var each : List.of(shop, other)) {
            deal.promise(each, "[{\"from\": 0, \"perMille\": 10}, {\"from\": 4, \"perMille\": 300}]");
        }
        var orders = IntStream.range(0, 16)
                .mapToObj(index -> deal.ordered(street.buyer(port), index % 2 == 0 ? shop : other, 1, seller.work()))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var paying = orders.stream().map(this::paying).toList();
            for (var each : threads.invokeAll(paying)) {
                each.get();
            }
        }
        for (var each : List.of(shop, other)) {
            assertThat(counts(each)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
        }
        assertThat(own(seller).path("items")).hasSize(16);
        assertThat(deal.held(seller.player().id())).isEqualTo(2 * (4 * (19 - 1) + 4 * (597 - 59)));
    }

    private Callable<Void> paying(OrderId order) {
        return () -> {
            deal.pay(port, order);
            return null;
        };
    }

    private List<Long> counts(Street.Shop shop) {
        return jdbc.sql("select sold_before from affiliate.commission where product = :product order by sold_before")
                .param("product", Long.parseLong(shop.product()))
                .query((row, number) -> row.getLong(1))
                .list();
    }

    @Test
    @Tag("AX-06")
    void thePoolShowsWhatOneCanSellAndWhatOnePickedAndTellsOfOtherTerms() {
        var shop = street.shop(port, 9);
        var seller = deal.seller(port, "明前龙井的冲泡");
        deal.promise(shop, TEN);
        Browser browser = seller.player().browser();
        assertThat(browser.put("/api/me/goods/" + shop.product(), "").status()).isEqualTo(204);
        assertThat(browser.put("/api/me/goods/1", "").status()).isEqualTo(404);
        var good = Street.must(200, browser.get("/api/me/goods")).at("/items/0");
        assertThat(good.at("/product/id").asString()).isEqualTo(shop.product());
        assertThat(good.path("picked").asBoolean()).isTrue();
        assertThat(good.at("/terms/now/ladder/steps/0/perMille").asInt()).isEqualTo(100);
        var pool = Street.must(200, browser.get("/api/alliance/products?limit=50"));
        assertThat(pool.path("items")
                        .valueStream()
                        .map(each -> each.at("/product/id").asString()))
                .contains(shop.product());

        deal.promise(shop, "[{\"from\": 0, \"perMille\": 200}]");
        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () -> assertThat(browser.get("/api/me/notices").body()).contains("commission-changed"));
        assertThat(browser.delete("/api/me/goods/" + shop.product(), "").status())
                .isEqualTo(204);
        assertThat(Street.must(200, browser.get("/api/me/goods")).path("items")).isEmpty();
    }
}
