package org.kanmai.app.affiliate.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.affiliate.Deal;
import org.kanmai.app.affiliate.Deal.Seller;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Shop;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Samples over HTTP: asked for, answered, sent, shown; each step once, and by whom it concerns only. */
@KanmaiTest
@Tag("AX-06")
class SampleTests {
    private static final String TEN = "[{\"from\": 0, \"perMille\": 100}]";

    private final Street street;
    private final Deal deal;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    SampleTests(Street street, Deal deal, TestClock clock, JdbcClient jdbc, @LocalServerPort int port) {
        this.street = street;
        this.deal = deal;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    private Shop promising() {
        var shop = street.shop(port, 9);
        deal.promise(shop, TEN);
        return shop;
    }

    private static String address(Browser browser) {
        return Street.must(201, browser.post("/api/me/addresses", """
                {"recipient": "王五", "phone": "13900139000", "region": "浙江省杭州市", "street": "文三路 1 号", "standard": true}"""))
                .path("id")
                .asString();
    }

    private static Answer ask(Seller seller, String address, Shop shop) {
        return seller.player().browser().post("/api/me/samples", """
                {"product": "%s", "address": "%s", "words": "想拍一条开箱"}""".formatted(shop.product(), address));
    }

    private static String asked(Seller seller, String address, Shop shop) {
        return Street.must(201, ask(seller, address, shop)).path("id").asString();
    }

    private static Answer answer(Shop shop, String id, String body) {
        return shop.merchant().post("/api/me/shop/samples/" + id + "/answer", body);
    }

    private static void send(Shop shop, String id) {
        Street.must(200, answer(shop, id, "{\"accepted\": true}"));
        Street.must(
                200,
                shop.merchant()
                        .post(
                                "/api/me/shop/samples/" + id + "/shipment",
                                "{\"carrier\": \"SF\", \"number\": \"SF10001\"}"));
    }

    private void shows(Seller seller, Shop shop) {
        jdbc.sql("insert into catalog.anchor (work, product, place) values (:work, :product, 0)")
                .param("work", seller.work().value())
                .param("product", Long.parseLong(shop.product()))
                .update();
    }

    @Test
    void aSampleIsAskedForAcceptedSentAndShown() {
        var shop = promising();
        var seller = deal.seller(port, "开箱龙井");
        var browser = seller.player().browser();
        var id = asked(seller, address(browser), shop);
        var path = "/api/me/shop/samples/" + id;
        assertThat(shop.merchant().get(path + "/address").status())
                .as("not before it is accepted")
                .isEqualTo(404);
        Street.must(200, answer(shop, id, "{\"accepted\": true}"));
        assertThat(answer(shop, id, "{\"accepted\": true}").type()).endsWith("sample-state");
        assertThat(Street.must(200, shop.merchant().get(path + "/address"))
                        .path("recipient")
                        .asString())
                .isEqualTo("王五");
        assertThat(browser.get("/api/me/data-access").body()).contains("sample " + id);
        var sent = Street.must(
                200, shop.merchant().post(path + "/shipment", "{\"carrier\": \"SF\", \"number\": \"SF10001\"}"));
        assertThat(sent.path("state").asString()).isEqualTo("sent");
        assertThat(shop.merchant().get(path + "/address").status())
                .as("forgotten once it is sent")
                .isEqualTo(404);
        var work = "{\"work\": \"%s\"}".formatted(seller.work());
        assertThat(browser.put("/api/me/samples/" + id + "/work", work).status())
                .as("the work does not show it")
                .isEqualTo(422);
        shows(seller, shop);
        assertThat(Street.must(200, browser.put("/api/me/samples/" + id + "/work", work))
                        .path("state")
                        .asString())
                .isEqualTo("published");
        var seen = Street.must(200, shop.merchant().get("/api/me/shop/samples"));
        assertThat(seen.at("/items/0/work").asString()).isEqualTo(seller.work().toString());
        assertThat(ask(seller, address(browser), shop).type())
                .as("of a product one sample")
                .endsWith("sample-had");
    }

    @Test
    void whoOwesAWorkAsksForNoMoreAndARefusalHasAReason() {
        var shop = promising();
        var other = promising();
        var seller = deal.seller(port, "开箱红茶");
        var address = address(seller.player().browser());
        var refused = asked(seller, address, other);
        assertThat(answer(other, refused, "{\"accepted\": false}").status()).isEqualTo(422);
        Street.must(200, answer(other, refused, "{\"accepted\": false, \"reason\": \"没有样品了\"}"));
        send(shop, asked(seller, address, shop));
        var again = asked(seller, address, other);
        Street.must(204, seller.player().browser().delete("/api/me/samples/" + again, ""));
        jdbc.sql("update affiliate.sample set publish_by = sent_at where product = :product")
                .param("product", Long.parseLong(shop.product()))
                .update();
        assertThat(Street.must(200, seller.player().browser().get("/api/me/samples"))
                        .path("items")
                        .valueStream()
                        .filter(each -> each.path("overdue").asBoolean())
                        .count())
                .isEqualTo(1);
        assertThat(ask(seller, address, other).type()).endsWith("sample-owed");
    }

    @Test
    void othersSeeNothingAndWhatIsNotInTheAllianceHasNoSamples() {
        var shop = promising();
        var seller = deal.seller(port, "开箱绿茶");
        var address = address(seller.player().browser());
        var id = asked(seller, address, shop);
        var stranger = promising();
        assertThat(answer(stranger, id, "{\"accepted\": true}").status()).isEqualTo(404);
        assertThat(stranger.merchant()
                        .get("/api/me/shop/samples/" + id + "/address")
                        .status())
                .isEqualTo(404);
        var rival = deal.seller(port, "别人");
        assertThat(rival.player().browser().delete("/api/me/samples/" + id, "").status())
                .isEqualTo(404);
        assertThat(ask(rival, address, shop).status()).as("another's address").isEqualTo(422);
        assertThat(ask(seller, address, street.shop(port, 1)).type()).endsWith("not-in-alliance");
    }

    /** Eight asks at once for eight products: five samples are under way, never more. */
    @Test
    void noMoreThanFiveAreUnderWayWhoeverRaces() throws Exception {
        var seller = deal.seller(port, "开箱八样");
        var address = address(seller.player().browser());
        var asks = new ArrayList<Callable<Answer>>();
        for (int each = 0; each < 8; each++) {
            var shop = street.shop(port, 1);
            Street.must(
                    200,
                    shop.merchant().put("/api/me/shop/alliance/" + shop.product(), "{\"steps\": %s}".formatted(TEN)));
            asks.add(() -> Street.patient(() -> ask(seller, address, shop)));
        }
        clock.forward(Duration.ofMinutes(3));
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(asks)) {
                statuses.add(answer.get().status());
            }
        }
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(5);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(3);
        assertThat(List.copyOf(statuses)).doesNotContain(500);
    }
}
