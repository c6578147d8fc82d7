package org.kanmai.app.catalog.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.catalog.Stall;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.trade.orders.Street;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Others act for a shop in what they were granted, on record, and not a moment longer. */
@KanmaiTest
@Tag("AX-15")
class StaffTests {
    private static final String TEA =
            "{\"title\": \"Tea\", \"skus\": [{\"price\": {\"minor\": 990, \"currency\": \"CNY\"}, \"stock\": 1}]}";

    private final Stall stall;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final int port;

    StaffTests(Stall stall, JdbcClient jdbc, Clock clock, @LocalServerPort int port) {
        this.stall = stall;
        this.jdbc = jdbc;
        this.clock = clock;
        this.port = port;
    }

    /** A shop and somebody who was invited to act for it. */
    private record Pair(Browser owner, String shop, Browser helper, String grant) {
        void accept() {
            assertThat(helper.post("/api/me/workplaces/" + grant + "/acceptance", "")
                            .status())
                    .isEqualTo(204);
        }

        void act() {
            helper.keep("kanmai_acting", shop);
        }
    }

    private Pair invited(String terms) {
        var owner = stall.merchant(port);
        var shop = Street.must(200, owner.get("/api/me/shop")).path("id").asString();
        var handle = Cast.handle("bo");
        var helper = Browser.of(port, handle);
        var grant = Street.must(
                        201, owner.post("/api/me/shop/staff", "{\"handle\": \"%s\", %s}".formatted(handle, terms)))
                .path("id")
                .asString();
        return new Pair(owner, shop, helper, grant);
    }

    @Test
    void nothingHoldsBeforeTheYesAndNothingAfterTheEnd() {
        var pair = invited("\"kind\": \"staff\", \"duties\": [\"goods\"]");
        pair.act();
        assertThat(pair.helper.post("/api/products", TEA).type()).isEqualTo("/problems/not-granted");
        pair.accept();
        var made = Street.must(201, pair.helper.post("/api/products", TEA));
        assertThat(Street.must(200, pair.owner.get("/api/me/products"))
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(made.path("id").asString());
        assertThat(pair.owner.delete("/api/me/shop/staff/" + pair.grant, "").status())
                .isEqualTo(204);
        assertThat(pair.helper.post("/api/products", TEA).type()).isEqualTo("/problems/not-granted");
    }

    @Test
    void eachDutyReachesItsOwnAndWhatIsTheOwnersReachesNobody() {
        var pair = invited("\"kind\": \"staff\", \"duties\": [\"orders\"]");
        pair.accept();
        pair.act();
        assertThat(pair.helper.get("/api/me/shop").status()).isEqualTo(200);
        assertThat(pair.helper.get("/api/me/shop/orders").status()).isEqualTo(200);
        assertThat(pair.helper.post("/api/me/shop/orders/1/refund", "").type()).isEqualTo("/problems/not-granted");
        for (var path : new String[] {
            "/api/me/products",
            "/api/me/shop/returns",
            "/api/me/shop/staff",
            "/api/me/shop/money",
            "/api/me/shop/coupons"
        }) {
            assertThat(pair.helper.get(path).type()).as(path).isEqualTo("/problems/not-granted");
        }
        assertThat(pair.helper.patch("/api/me/shop", "{\"state\": \"closed\"}").type())
                .isEqualTo("/problems/not-granted");
    }

    @Test
    void aGrantForOneShopIsNoneForAnother() {
        var pair = invited("\"kind\": \"staff\", \"duties\": [\"goods\"]");
        pair.accept();
        var other = Street.must(200, stall.merchant(port).get("/api/me/shop"))
                .path("id")
                .asString();
        pair.helper.keep("kanmai_acting", other);
        assertThat(pair.helper.post("/api/products", TEA).type()).isEqualTo("/problems/not-granted");
        pair.helper.keep("kanmai_acting", "' or 1=1");
        assertThat(pair.helper.post("/api/products", TEA).type()).isEqualTo("/problems/forbidden");
    }

    @Test
    void whoActsStaysThemselvesEverywhereElse() {
        var pair = invited("\"kind\": \"staff\", \"duties\": [\"goods\", \"service\"]");
        pair.accept();
        var before = pair.helper.get("/api/me").body();
        pair.act();
        assertThat(pair.helper.get("/api/me").body()).isEqualTo(before);
    }

    @Test
    void anAgencyHasADayOnWhichItEndsByItself() {
        var until = clock.instant().plus(Duration.ofDays(30));
        var pair = invited("\"kind\": \"agency\", \"duties\": [\"goods\"], \"until\": \"%s\"".formatted(until));
        pair.accept();
        pair.act();
        assertThat(pair.helper.get("/api/me/products").status()).isEqualTo(200);
        jdbc.sql("update catalog.staff set until = :until where id = :id")
                .param("until", Timestamp.from(clock.instant().minusSeconds(1)))
                .param("id", Long.parseLong(pair.grant))
                .update();
        assertThat(pair.helper.get("/api/me/products").type()).isEqualTo("/problems/not-granted");
        var owner = pair.owner;
        assertThat(owner.post("/api/me/shop/staff", """
                {"handle": "nobody", "kind": "agency", "duties": ["goods"]}""").status()).isEqualTo(422);
    }

    /** A brand's room that an agency operates: the room is the brand's, and so is its key. */
    @Test
    @Tag("LC-06")
    void anAgencyOperatesTheLiveRoomsOfWhomItActsFor() {
        var until = clock.instant().plus(Duration.ofDays(30));
        var pair = invited("\"kind\": \"agency\", \"duties\": [\"live\"], \"until\": \"%s\"".formatted(until));
        pair.accept();
        pair.act();
        var key = Street.must(200, pair.owner.get("/api/me/stream-key")).path("key");
        assertThat(Street.must(200, pair.helper.get("/api/me/stream-key")).path("key"))
                .isEqualTo(key);
        assertThat(Street.must(200, pair.helper.get("/api/me/rooms")).path("items"))
                .isEmpty();
        assertThat(pair.helper.get("/api/me/products").type()).isEqualTo("/problems/not-granted");
        pair.helper.keep("kanmai_acting", "");
        assertThat(pair.helper.get("/api/me/stream-key").body())
                .as("who stops acting is themselves again")
                .doesNotContain(key.asString());
    }

    @Test
    void everyActOfOthersIsOnRecordWithItsAnswerAndReadingIsNot() {
        var pair = invited("\"kind\": \"staff\", \"duties\": [\"goods\"]");
        pair.accept();
        pair.act();
        Street.must(201, pair.helper.post("/api/products", TEA));
        assertThat(pair.helper
                        .post("/api/products", "{\"title\": \"国家级\", \"skus\": []}")
                        .status())
                .isEqualTo(422);
        pair.helper.get("/api/me/products");
        Street.must(201, pair.owner.post("/api/products", TEA));
        var acts = Street.must(200, pair.owner.get("/api/me/shop/staff-acts")).path("items");
        assertThat(acts.valueStream()
                        .map(act -> act.path("method").asString() + " "
                                + act.path("path").asString() + " "
                                + act.path("status").asInt()))
                .containsExactly("POST /api/products 422", "POST /api/products 201");
        assertThat(acts.at("/0/person/handle").asString()).startsWith("bo");
    }

    @Test
    void nobodyIsInvitedTwiceOrAcceptsForAnother() {
        var pair = invited("\"kind\": \"staff\", \"duties\": [\"goods\"]");
        var stranger = Browser.of(port, Cast.handle("li"));
        assertThat(stranger.post("/api/me/workplaces/" + pair.grant + "/acceptance", "")
                        .status())
                .isEqualTo(404);
        assertThat(stall.merchant(port)
                        .delete("/api/me/shop/staff/" + pair.grant, "")
                        .status())
                .isEqualTo(404);
        var handle = Street.must(200, pair.owner.get("/api/me/shop/staff"))
                .at("/items/0/person/handle")
                .asString();
        assertThat(pair.owner.post("/api/me/shop/staff", """
                {"handle": "%s", "kind": "staff", "duties": ["orders"]}""".formatted(handle)).type())
                .isEqualTo("/problems/already-invited");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/me/shop/orders/{id}, orders",
        "POST, /api/me/shop/orders/{id}/shipment, orders",
        "POST, /api/me/shop/orders/{id}/refund, service",
        "GET, /api/me/shop/orders/{id}/returns, service",
        "PUT, /api/me/products/{id}/pictures/{place}, goods",
        "PATCH, /api/me/shop, ''",
        "POST, /api/me/rooms/{id}/offers, live",
        "GET, /api/me/shop/money, ''",
        "GET, /api/me/productsX, ''"
    })
    void theClosestPlaceSaysWhoseAnEndpointIs(String method, String endpoint, String duty) {
        assertThat(Duty.of(method, endpoint).stream().map(Duty::code).toList())
                .isEqualTo(duty.isEmpty() ? List.of() : List.of(duty));
    }
}
