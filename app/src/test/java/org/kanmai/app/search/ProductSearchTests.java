package org.kanmai.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.catalog.Stall;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@KanmaiTest
@Tag("TD-57")
class ProductSearchTests {
    private final Stall stall;
    private final Premiere premiere;
    private final ProductCopies copies;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    ProductSearchTests(
            Stall stall,
            Premiere premiere,
            ProductCopies copies,
            TestClock clock,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.stall = stall;
        this.premiere = premiere;
        this.copies = copies;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    private String product(Browser mei, String title, int stock) {
        var made = mei.post("/api/products", """
                {"title": "%s", "skus": [{"price": {"minor": 9900, "currency": "CNY"}, "stock": %d}]}""".formatted(title, stock));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var id = made.json().path("id").asString();
        mei.put("/api/me/products/" + id + "/pictures/0", Stall.png(600, 600));
        return id;
    }

    private String listed(Browser mei, String title, int stock) {
        var id = product(mei, title, stock);
        mei.post("/api/me/products/" + id + "/submission", "");
        long review = premiere.review(Long.parseLong(id));
        var answer =
                premiere.operator(port).browser().post("/api/reviews/" + review + "/decision", "{\"approve\": true}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return id;
    }

    private JsonNode search(Browser by, String question) {
        copies.follow();
        var answer = by.get("/api/search/products?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("product").path("id").asString())
                .toList();
    }

    @Test
    void onlyWhatIsListedIsFoundAndNoLongerThanItIs() {
        var mei = stall.merchant(port);
        var guest = new Browser(port);
        var draft = product(mei, "霹雳火龙果干", 3);
        assertThat(ids(search(guest, "火龙果干"))).doesNotContain(draft);
        var id = listed(mei, "霹雳火龙果干", 3);
        var page = search(guest, "火龙果干");
        assertThat(ids(page)).containsExactly(id);
        assertThat(page.at("/items/0/marked/0").toString()).isEqualTo("{\"from\":2,\"to\":6}");
        mei.delete("/api/me/products/" + id + "/listing", "");
        var later = guest.get("/api/search/products?q=" + URLEncoder.encode("火龙果干", StandardCharsets.UTF_8));
        assertThat(ids(later.json())).isEmpty();
        assertThat(ids(search(guest, "火龙果干"))).isEmpty();
    }

    @Test
    void whatAnOperatorTookDownOrAShopClosedIsNotFoundEvenWhereTheIndexLags() {
        var mei = stall.merchant(port);
        var guest = new Browser(port);
        var id = listed(mei, "琥珀核桃仁罐头", 3);
        assertThat(ids(search(guest, "琥珀核桃仁"))).containsExactly(id);
        jdbc.sql("update governance.subject set state = 'reviewing' where kind = 'product' and id = :id")
                .param("id", Long.parseLong(id))
                .update();
        assertThat(ids(search(guest, "琥珀核桃仁"))).isEmpty();
        jdbc.sql("update governance.subject set state = 'approved' where kind = 'product' and id = :id")
                .param("id", Long.parseLong(id))
                .update();
        assertThat(ids(search(guest, "琥珀核桃仁"))).containsExactly(id);
        mei.patch("/api/me/shop", "{\"state\": \"closed\"}");
        assertThat(ids(search(guest, "琥珀核桃仁"))).isEmpty();
        mei.patch("/api/me/shop", "{\"state\": \"open\"}");
        assertThat(ids(search(guest, "琥珀核桃仁"))).containsExactly(id);
    }

    @Test
    void aNewPriceIsFollowedAndStockIsSwept() {
        var mei = stall.merchant(port);
        var guest = new Browser(port);
        var id = listed(mei, "青瓷盖碗一套", 3);
        var sku = mei.get("/api/me/products/" + id).json().at("/skus/0/id").asString();
        assertThat(mei.patch("/api/me/skus/" + sku, "{\"price\": {\"minor\": 4500, \"currency\": \"CNY\"}}")
                        .status())
                .isEqualTo(204);
        var cheap = "/api/search/products?maxPrice=4500&inStock=true&q="
                + URLEncoder.encode("青瓷盖碗", StandardCharsets.UTF_8);
        copies.follow();
        assertThat(ids(guest.get(cheap).json())).containsExactly(id);
        jdbc.sql("update catalog.stock set free = 0 where sku = :sku")
                .param("sku", Long.parseLong(sku))
                .update();
        assertThat(ids(guest.get(cheap).json())).isEmpty();
        jdbc.sql("update catalog.stock set free = 2 where sku = :sku")
                .param("sku", Long.parseLong(sku))
                .update();
        clock.forward(Duration.ofMinutes(2));
        await().untilAsserted(() -> assertThat(ids(guest.get(cheap).json())).containsExactly(id));
    }

    @Test
    void aResultIsAnExposureToWhichACartGoesBack() {
        var mei = stall.merchant(port);
        var id = listed(mei, "竹编手提果篮", 3);
        var buyer = Browser.of(port, Cast.handle("buyer"));
        var page = search(buyer, "竹编果篮");
        assertThat(ids(page)).containsExactly(id);
        var token = page.at("/items/0/token").asString();
        var told =
                buyer.post("/api/facts", "{\"facts\": [{\"kind\": \"exposed\", \"token\": \"%s\"}]}".formatted(token));
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.json().path("accepted").asInt()).as(told.body()).isEqualTo(1);
        var sku = page.at("/items/0/product/skus/0/id").asString();
        var put = buyer.call("PUT", "/api/me/cart/" + sku, "{\"units\": 1}", Map.of("Item-Token", token));
        assertThat(put.status()).as(put.body()).isLessThan(300);
        assertThat(jdbc.sql("select source from trade.cart_line where sku = :sku")
                        .param("sku", Long.parseLong(sku))
                        .query(String.class)
                        .single())
                .isEqualTo("search");
        var stranger = new Browser(port);
        stranger.get("/api/me");
        var stolen = stranger.post(
                "/api/facts", "{\"facts\": [{\"kind\": \"exposed\", \"token\": \"%s\"}]}".formatted(token));
        assertThat(stolen.json().path("accepted").asInt()).as(stolen.body()).isZero();
    }

    @Test
    void everybodyGetsTheSameAnswer() {
        var mei = stall.merchant(port);
        listed(mei, "苏绣团扇牡丹", 3);
        listed(mei, "苏绣团扇荷花", 3);
        var guest = ids(search(new Browser(port), "苏绣团扇"));
        assertThat(guest).hasSize(2);
        assertThat(ids(search(mei, "苏绣团扇"))).isEqualTo(guest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=51",
                "minPrice=-1",
                "maxPrice=-1",
                "minPrice=5&maxPrice=4",
                "currency=XYZW",
                "sort=best",
                "cursor=AAAA",
                "cursor=%00",
                "q=%00",
                "shop=x",
                "maxPrice=99999999999999"
            })
    void nonsenseIsRefused(String query) {
        var answer = new Browser(port).get("/api/search/products?" + query);
        assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.type()).startsWith("/problems/");
    }

    @Test
    void aQuestionHasAtMostAHundredCharacters() {
        var guest = new Browser(port);
        assertThat(guest.get("/api/search/products?q=" + "a".repeat(100)).status())
                .isEqualTo(200);
        assertThat(guest.get("/api/search/products?q=" + "a".repeat(101)).type())
                .isEqualTo("/problems/invalid");
        assertThat(guest.call("GET", "/api/search/products?q=" + "%F0%A0%80%80".repeat(100), "", Map.of())
                        .status())
                .isEqualTo(200);
    }
}
