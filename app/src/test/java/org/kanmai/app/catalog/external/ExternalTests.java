package org.kanmai.app.catalog.external;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Shop;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Links to other platforms over HTTP: left by a reference, told of by a signature, once, apart from this site's money. */
@KanmaiTest
@Tag("EC-07")
class ExternalTests {
    private static final String TAOBAO = "https://item.taobao.com/item.htm?id=1234567#detail";

    private final Street street;
    private final TestClock clock;
    private final int port;

    ExternalTests(Street street, TestClock clock, @LocalServerPort int port) {
        this.street = street;
        this.clock = clock;
        this.port = port;
    }

    /** A shop that sells elsewhere too, and what it signs with. */
    private record Linked(Shop shop, String secret) {}

    private Linked linked() {
        var shop = street.shop(port, 3);
        Street.must(200, put(shop, "taobao", TAOBAO));
        var secret = Street.must(200, shop.merchant().post("/api/me/shop/external-secret", ""))
                .path("secret")
                .asString();
        return new Linked(shop, secret);
    }

    private static Answer put(Shop shop, String platform, String url) {
        return shop.merchant().put("/api/me/products/" + shop.product() + "/external", """
                {"items": [{"platform": "%s", "url": "%s", "price": {"minor": 1890, "currency": "CNY"}}]}""".formatted(platform, url));
    }

    private String departure(Shop shop) {
        return Street.must(
                        200,
                        new Browser(port)
                                .post("/api/products/" + shop.product() + "/departures", "{\"platform\": \"taobao\"}"))
                .path("address")
                .asString();
    }

    private String reference(Shop shop) {
        return departure(shop).replace("/api/departures/", "");
    }

    private static String body(String visit, String number, String state, long minor) {
        return """
                {"nonce": "%s", "visit": "%s", "number": "%s", "state": "%s", "amount": {"minor": %d, "currency": "CNY"}}""".formatted(UUID.randomUUID(), visit, number, state, minor);
    }

    private Answer tell(Linked linked, String body) {
        return tell(linked, body, Long.toString(clock.instant().getEpochSecond()));
    }

    private Answer tell(Linked linked, String body, String timestamp) {
        var headers = Map.of(
                "Kanmai-Timestamp", timestamp, "Kanmai-Signature", signed(linked.secret, timestamp + "." + body));
        return new Browser(port).call("POST", "/api/shops/" + linked.shop.id() + "/external-returns", body, headers);
    }

    private static String signed(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    private static JsonNode returns(Shop shop) {
        return Street.must(200, shop.merchant().get("/api/me/shop/external-returns"))
                .path("items");
    }

    @Test
    void whoLeavesIsNamedByAReferenceAndCountedWithoutWhoItIs() {
        var linked = linked();
        var elsewhere = Street.must(200, new Browser(port).get("/api/products/" + linked.shop.product() + "/external"));
        assertThat(elsewhere.at("/items/0/platform").asString()).isEqualTo("taobao");
        assertThat(elsewhere.toString()).doesNotContain("item.taobao.com");
        var address = departure(linked.shop);
        var answer = new Browser(port).get(address);
        assertThat(answer.status()).isEqualTo(302);
        var to = URI.create(answer.whole().headers().firstValue("Location").orElseThrow());
        assertThat(to.getHost()).isEqualTo("item.taobao.com");
        assertThat(to.getRawQuery()).isEqualTo("id=1234567&kanmai_ref=" + address.replace("/api/departures/", ""));
        assertThat(to.getFragment()).isEqualTo("detail");
        assertThat(Street.must(200, linked.shop.merchant().get("/api/me/shop/external-statement"))
                        .at("/visits/0/visits")
                        .asInt())
                .isEqualTo(1);
        assertThat(new Browser(port).get(address + "A").status()).isEqualTo(404);
        clock.forward(Duration.ofMinutes(11));
        assertThat(new Browser(port).get(address).status())
                .as("too late to leave")
                .isEqualTo(404);
    }

    @Test
    void anOrderElsewhereGoesItsWayAndIsShownApart() {
        var linked = linked();
        var visit = reference(linked.shop);
        assertThat(tell(linked, body(visit, "TB-1", "ordered", 1_890)).status()).isEqualTo(204);
        assertThat(tell(linked, body(visit, "TB-1", "paid", 1_890)).status()).isEqualTo(204);
        assertThat(tell(linked, body(visit, "TB-1", "paid", 1_890)).status())
                .as("what is so already")
                .isEqualTo(204);
        assertThat(tell(linked, body(visit, "TB-1", "cancelled", 1_890)).type()).endsWith("external-state");
        assertThat(tell(linked, body(visit, "TB-1", "refunded", 1_000)).type()).endsWith("external-state");
        assertThat(returns(linked.shop).at("/0/state").asString()).isEqualTo("paid");
        var statement = Street.must(200, linked.shop.merchant().get("/api/me/shop/external-statement"));
        assertThat(statement.at("/orders/0/amount/minor").asLong()).isEqualTo(1_890);
        assertThat(Street.must(200, linked.shop.merchant().get("/api/me/shop/money"))
                        .at("/held/minor")
                        .asLong())
                .as("none of this site's money")
                .isZero();
        assertThat(tell(linked, body(visit, "TB-1", "refunded", 1_890)).status())
                .isEqualTo(204);
        assertThat(returns(linked.shop).at("/0/state").asString()).isEqualTo("refunded");
    }

    @Test
    void whatIsNotSignedByTheShopNowOrIsToldAgainChangesNothing() {
        var linked = linked();
        var other = linked();
        var visit = reference(linked.shop);
        var body = body(visit, "TB-2", "paid", 1_890);
        var late = Long.toString(clock.instant().minus(Duration.ofMinutes(6)).getEpochSecond());
        assertThat(tell(linked, body, late).status()).isEqualTo(404);
        assertThat(tell(new Linked(linked.shop, other.secret), body).status()).isEqualTo(404);
        assertThat(tell(new Linked(other.shop, other.secret), body).status())
                .as("a visit of another shop's product")
                .isEqualTo(422);
        assertThat(tell(linked, body(visit + "A", "TB-2", "paid", 1_890)).status())
                .isEqualTo(422);
        assertThat(returns(linked.shop)).isEmpty();
        assertThat(tell(linked, body).status()).isEqualTo(204);
        assertThat(tell(linked, body(visit, "TB-2", "refunded", 1_890)).status())
                .isEqualTo(204);
        assertThat(tell(linked, body).status()).as("replayed").isEqualTo(204);
        assertThat(returns(linked.shop).at("/0/state").asString()).isEqualTo("refunded");
        assertThat(returns(other.shop)).isEmpty();
        Street.must(200, linked.shop.merchant().post("/api/me/shop/external-secret", ""));
        assertThat(tell(linked, body(visit, "TB-3", "paid", 1_890)).status())
                .as("by the former secret")
                .isEqualTo(404);
    }

    /** One order told of eight times at once, by different notifications: one row, and never an error. */
    @Test
    void whoeverRacesAnOrderIsKeptOnce() throws Exception {
        var linked = linked();
        var visit = reference(linked.shop);
        var calls = new ArrayList<Callable<Answer>>();
        for (int each = 0; each < 8; each++) {
            var body = body(visit, "TB-9", each % 2 == 0 ? "paid" : "ordered", 1_890);
            calls.add(() -> Street.patient(() -> tell(linked, body)));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get().status()).isIn(204, 409);
            }
        }
        assertThat(returns(linked.shop)).hasSize(1);
        assertThat(returns(linked.shop).at("/0/state").asString()).isEqualTo("paid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://item.taobao.com/1",
                "https://taobao.com.evil.example/1",
                "https://eviltaobao.com/1",
                "https://taobao.com@evil.example/1",
                "https://item.taobao.com:8443/1",
                "https://item.jd.com/1",
                "https://item.taobao.com/?kanmai_ref=x",
                "javascript:alert(1)",
                "//item.taobao.com/1"
            })
    void onlyThePlatformsOwnHttpsAddressesAreLinkedTo(String url) {
        assertThat(put(street.shop(port, 1), "taobao", url).status()).isEqualTo(422);
    }
}
