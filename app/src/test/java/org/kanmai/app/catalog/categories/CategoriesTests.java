package org.kanmai.app.catalog.categories;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.catalog.Stall;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.trade.orders.Street;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Products stand in a tree and say what its attributes ask; they are offered in their time. */
@KanmaiTest
class CategoriesTests {
    private static final String TEA =
            "{\"title\": \"Tea\", \"skus\": [{\"price\": {\"minor\": 990, \"currency\": \"CNY\"}, \"stock\": 1}]}";

    private final Stall stall;
    private final Premiere premiere;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final int port;

    CategoriesTests(Stall stall, Premiere premiere, JdbcClient jdbc, Clock clock, @LocalServerPort int port) {
        this.stall = stall;
        this.premiere = premiere;
        this.jdbc = jdbc;
        this.clock = clock;
        this.port = port;
    }

    private static String made(Browser merchant) {
        return Street.must(201, merchant.post("/api/products", TEA)).path("id").asString();
    }

    private void list(String product) {
        jdbc.sql("update catalog.product set state = 'listed' where id = :id")
                .param("id", Long.parseLong(product))
                .update();
    }

    @Test
    void aProductSaysWhatItsCategoryAndThoseAboveAsk() {
        var merchant = stall.merchant(port);
        var product = made(merchant);
        var path = "/api/me/products/" + product + "/category";
        var placed = Street.must(200, merchant.put(path, """
                {"category": 2, "attributes": {"1": "杭州", "2": "365", "3": "绿茶"}}"""));
        assertThat(placed.at("/attributes/3").asString()).isEqualTo("绿茶");
        assertThat(new Browser(port)
                        .get("/api/products/" + product + "/category")
                        .status())
                .isEqualTo(404);
        list(product);
        assertThat(Street.must(200, new Browser(port).get("/api/products/" + product + "/category"))
                        .path("category")
                        .asInt())
                .isEqualTo(2);
        assertThat(merchant.put(path, "{\"category\": 90}").type()).isEqualTo("/problems/delist-first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"category\": 999999}",
                "{\"category\": 2}",
                "{\"category\": 2, \"attributes\": {\"1\": \"杭州\", \"2\": \"365\", \"3\": \"咖啡\"}}",
                "{\"category\": 2, \"attributes\": {\"1\": \"杭州\", \"2\": \"a year\", \"3\": \"绿茶\"}}",
                "{\"category\": 90, \"attributes\": {\"3\": \"绿茶\"}}"
            })
    void whatACategoryDoesNotKnowIsRefused(String placing) {
        var merchant = stall.merchant(port);
        assertThat(merchant.put("/api/me/products/" + made(merchant) + "/category", placing)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void operatorsKeepTheTreeAndARetiredCategoryTakesNoMore() {
        var operator = premiere.operator(port).browser();
        var name = "{\"zh\": \"%1$s\", \"en\": \"%1$s\"}".formatted(Cast.handle("kind"));
        var top = Street.must(201, operator.post("/api/categories", "{\"name\": " + name + "}"));
        var id = top.path("id").asInt();
        assertThat(operator.post("/api/categories", "{\"name\": " + name + "}").type())
                .isEqualTo("/problems/name-taken");
        var asking = Street.must(201, operator.post("/api/categories/" + id + "/attributes", """
                {"name": {"zh": "颜色", "en": "Colour"}, "kind": "choice", "required": true,
                 "choices": [{"zh": "红", "en": "Red"}, {"zh": "蓝", "en": "Blue"}]}"""));
        var attribute = asking.at("/attributes/0/id").asInt();
        var merchant = stall.merchant(port);
        var path = "/api/me/products/" + made(merchant) + "/category";
        assertThat(merchant.put(path, "{\"category\": " + id + "}").status()).isEqualTo(422);
        Street.must(
                200,
                merchant.put(path, "{\"category\": %d, \"attributes\": {\"%d\": \"红\"}}".formatted(id, attribute)));
        Street.must(200, operator.delete("/api/categories/" + id + "/attributes/" + attribute, ""));
        Street.must(200, merchant.put(path, "{\"category\": " + id + "}"));
        Street.must(200, operator.patch("/api/categories/" + id, "{\"retired\": true}"));
        assertThat(merchant.put(path, "{\"category\": " + id + "}").status()).isEqualTo(422);
    }

    @Test
    void aTreeHasThreeLevels() {
        var operator = premiere.operator(port).browser();
        Integer parent = 2;
        for (int status : new int[] {201, 409}) {
            var name = Cast.handle("kind");
            var answer = operator.post(
                    "/api/categories",
                    "{\"parent\": %d, \"name\": {\"zh\": \"%s\", \"en\": \"x\"}}".formatted(parent, name));
            assertThat(answer.status()).isEqualTo(status);
            parent = answer.json().path("id").asInt();
        }
    }

    @Test
    void aListedProductIsOfferedInItsTimeOnly() {
        var merchant = stall.merchant(port);
        var product = made(merchant);
        list(product);
        var path = "/api/me/products/" + product + "/offering";
        var visitor = new Browser(port);
        var now = clock.instant();
        var hour = Duration.ofHours(1);
        Street.must(200, merchant.put(path, "{\"from\": \"%s\"}".formatted(now.plus(hour))));
        assertThat(visitor.get("/api/products/" + product).status()).isEqualTo(404);
        Street.must(
                200,
                merchant.put(path, "{\"from\": \"%s\", \"until\": \"%s\"}".formatted(now.minus(hour), now.plus(hour))));
        assertThat(visitor.get("/api/products/" + product).status()).isEqualTo(200);
        jdbc.sql("update catalog.product set offered_until = :until where id = :id")
                .param("until", Timestamp.from(now.minus(Duration.ofMinutes(1))))
                .param("id", Long.parseLong(product))
                .update();
        assertThat(visitor.get("/api/products/" + product).status()).isEqualTo(404);
        assertThat(merchant.put(path, "{\"until\": \"%s\"}".formatted(now.minus(hour)))
                        .status())
                .isEqualTo(422);
        Street.must(200, merchant.put(path, "{}"));
        assertThat(visitor.get("/api/products/" + product).status()).isEqualTo(200);
    }
}
