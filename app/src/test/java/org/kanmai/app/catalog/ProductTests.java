package org.kanmai.app.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@KanmaiTest
class ProductTests {
    private static final String TEA = """
            {"title": "明前龙井", "description": "西湖产区，今年第一采", "options": ["规格"], "skus": [
              {"options": ["50 克"], "price": {"minor": 9900, "currency": "CNY"}, "stock": 5},
              {"options": ["100 克"], "code": "LJ-100", "price": {"minor": 18800, "currency": "CNY"}, "stock": 0}]}""";

    private final Stall stall;
    private final Premiere premiere;
    private final JdbcClient jdbc;
    private final int port;

    ProductTests(Stall stall, Premiere premiere, JdbcClient jdbc, @LocalServerPort int port) {
        this.stall = stall;
        this.premiere = premiere;
        this.jdbc = jdbc;
        this.port = port;
    }

    private JsonNode made(Browser mei) {
        var answer = mei.post("/api/products", TEA);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private String submitted(Browser mei) {
        var id = made(mei).path("id").asString();
        assertThat(mei.put("/api/me/products/" + id + "/pictures/0", Stall.png(900, 600))
                        .status())
                .isEqualTo(204);
        assertThat(mei.post("/api/me/products/" + id + "/submission", "").status())
                .isEqualTo(200);
        return id;
    }

    private void decide(String product, String verdict) {
        long review = jdbc.sql("""
                        select id from governance.review where kind = 'product' and subject = :id and state = 'open'
                        """)
                .param("id", Long.parseLong(product))
                .query(Long.class)
                .single();
        var answer = premiere.operator(port).browser().post("/api/reviews/" + review + "/decision", verdict);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("product").path("id").asString()).isEqualTo(product);
    }

    private static String state(Browser mei, String product) {
        return mei.get("/api/me/products/" + product).json().path("state").asString();
    }

    @Test
    void aProductAndItsPicturesAreSeenByNobodyElseBeforeAnOperatorApprovedThem() {
        var mei = stall.merchant(port);
        var id = submitted(mei);
        var stranger = new Browser(port);
        var picture = mei.get("/api/me/products/" + id)
                .json()
                .path("pictures")
                .path(0)
                .path("url")
                .asString();
        var shelf = "/api/shops/" + mei.get("/api/me/shop").json().path("id").asString() + "/products";
        assertThat(stranger.get("/api/products/" + id).status()).isEqualTo(404);
        assertThat(stranger.get(picture).status()).isEqualTo(404);
        assertThat(stranger.get(shelf).json().path("items")).isEmpty();
        assertThat(mei.get(picture).status()).isEqualTo(200);
        decide(id, "{\"approve\": true}");
        assertThat(stranger.get(picture).status()).isEqualTo(200);
        assertThat(stranger.get(shelf).json().path("items")).hasSize(1);
        var shown = stranger.get("/api/products/" + id).json();
        assertThat(shown.path("skus").path(0).path("price").path("minor").asLong())
                .isEqualTo(9900);
        assertThat(shown.path("skus").path(1).path("free").asInt()).isZero();
        assertThat(shown.has("state")).isFalse();
    }

    @Test
    void aMerchantReadsWhyAProductWasRefusedAndSendsItAgain() {
        var mei = stall.merchant(port);
        var id = submitted(mei);
        decide(id, "{\"approve\": false, \"violation\": \"false-advertising\", \"note\": \"No tea heals\"}");
        var own = mei.get("/api/me/products/" + id).json();
        assertThat(own.path("state").asString()).isEqualTo("rejected");
        assertThat(own.path("reason").path("note").asString()).isEqualTo("No tea heals");
        assertThat(mei.patch("/api/me/products/" + id, "{\"description\": \"A fine tea\"}")
                        .status())
                .isEqualTo(200);
        assertThat(mei.post("/api/me/products/" + id + "/submission", "").status())
                .isEqualTo(200);
        assertThat(state(mei, id)).isEqualTo("reviewing");
    }

    @Test
    void whatIsListedSaysWhatWasReviewedWhilePricesAndStockMayChange() {
        var mei = stall.merchant(port);
        var id = submitted(mei);
        decide(id, "{\"approve\": true}");
        assertThat(mei.patch("/api/me/products/" + id, "{\"title\": \"Miracle tea\"}")
                        .type())
                .isEqualTo("/problems/delist-first");
        assertThat(mei.put("/api/me/products/" + id + "/pictures/1", Stall.png(64, 64))
                        .type())
                .isEqualTo("/problems/delist-first");
        var sku = mei.get("/api/products/" + id)
                .json()
                .path("skus")
                .path(0)
                .path("id")
                .asString();
        assertThat(mei.patch("/api/me/skus/" + sku, """
                        {"price": {"minor": 8800, "currency": "CNY"}, "add": -2}""").status()).isEqualTo(204);
        var now = mei.get("/api/products/" + id).json().path("skus").path(0);
        assertThat(now.path("price").path("minor").asLong()).isEqualTo(8800);
        assertThat(now.path("free").asInt()).isEqualTo(3);
        assertThat(mei.patch("/api/me/skus/" + sku, "{\"add\": -4}").type()).isEqualTo("/problems/too-few");
        assertThat(mei.delete("/api/me/products/" + id + "/listing", "").status())
                .isEqualTo(200);
        assertThat(new Browser(port).get("/api/products/" + id).status()).isEqualTo(404);
        assertThat(prices(sku)).containsExactly(9900L, 8800L);
    }

    private List<Long> prices(String sku) {
        return jdbc.sql("select minor from catalog.price where sku = :sku order by since")
                .param("sku", Long.parseLong(sku))
                .query((row, number) -> row.getLong("minor"))
                .list();
    }

    @Test
    void aVariantOfTheSameOptionsStaysTheSameAndOneTakenOutCanNotBeOrdered() {
        var mei = stall.merchant(port);
        var product = made(mei);
        var id = product.path("id").asString();
        var kept = product.path("skus").path(1).path("id").asString();
        var changed = mei.patch("/api/me/products/" + id, """
                {"skus": [{"options": ["100 克"], "price": {"minor": 17700, "currency": "CNY"}, "stock": 7},
                          {"options": ["250 克"], "price": {"minor": 39900, "currency": "CNY"}, "stock": 2}]}""");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        var skus = changed.json().path("skus");
        assertThat(skus).hasSize(2);
        assertThat(skus.path(0).path("id").asString()).isEqualTo(kept);
        assertThat(skus.path(0).path("price").path("minor").asLong()).isEqualTo(17700);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"T\", \"skus\": [{\"price\": {\"minor\": 1, \"currency\": \"CNY\"}, \"stock\": 1}]}",
                "{\"title\": \"Tea\", \"skus\": []}",
                "{\"title\": \"Tea\", \"skus\": [{\"price\": {\"minor\": 0, \"currency\": \"CNY\"}, \"stock\": 1}]}",
                "{\"title\": \"Tea\", \"skus\": [{\"price\": {\"minor\": 1, \"currency\": \"XYZ\"}, \"stock\": 1}]}",
                "{\"title\": \"Tea\", \"skus\": [{\"price\": {\"minor\": 1, \"currency\": \"CNY\"}, \"stock\": -1}]}",
                "{\"title\": \"Tea\", \"options\": [\"a\"], \"skus\": [{\"price\": {\"minor\": 1, \"currency\": \"CNY\"}, \"stock\": 1}]}",
                "{\"title\": \"Tea\", \"skus\": [{\"price\": {\"minor\": 1, \"currency\": \"CNY\"}, \"stock\": 1}, "
                        + "{\"price\": {\"minor\": 2, \"currency\": \"CNY\"}, \"stock\": 1}]}"
            })
    void whatCanNotBeSoldIsRefused(String product) {
        var answer = stall.merchant(port).post("/api/products", product);
        assertThat(answer.status()).as(answer.body()).isIn(400, 422);
    }

    @Test
    void aProductWithoutAPictureIsNotSentToAnOperator() {
        var mei = stall.merchant(port);
        var id = made(mei).path("id").asString();
        assertThat(mei.post("/api/me/products/" + id + "/submission", "").type())
                .isEqualTo("/problems/no-picture");
        assertThat(state(mei, id)).isEqualTo("draft");
    }

    @Test
    void aShopHasANameOfItsOwnAndAPersonOneShop() {
        var mei = stall.merchant(port);
        var name = mei.get("/api/me/shop").json().path("name").asString();
        assertThat(mei.post("/api/shops", "{\"name\": \"Another\"}").type()).isEqualTo("/problems/one-shop");
        var bo = stall.merchant(port);
        assertThat(bo.patch("/api/me/shop", "{\"name\": \"%s\"}".formatted(name))
                        .type())
                .isEqualTo("/problems/name-taken");
    }

    @Test
    void aClosedShopSellsNothing() {
        var mei = stall.merchant(port);
        var id = submitted(mei);
        decide(id, "{\"approve\": true}");
        assertThat(mei.patch("/api/me/shop", "{\"state\": \"closed\"}").status())
                .isEqualTo(200);
        assertThat(new Browser(port).get("/api/products/" + id).status()).isEqualTo(404);
    }

    @Test
    void anErasedMerchantsShopIsClosedAndHasNoName() {
        var mei = stall.merchant(port);
        var shop = mei.get("/api/me/shop").json().path("id").asString();
        assertThat(mei.delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD))
                        .status())
                .isEqualTo(204);
        var left = new Browser(port).get("/api/shops/" + shop).json();
        assertThat(left.path("state").asString()).isEqualTo("closed");
        assertThat(left.path("name").asString()).isEmpty();
        assertThat(left.path("owner").isNull() || left.path("owner").isMissingNode())
                .isTrue();
    }
}
