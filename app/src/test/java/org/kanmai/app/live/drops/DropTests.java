package org.kanmai.app.live.drops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.live.Ear;
import org.kanmai.app.live.Stage;
import org.kanmai.app.live.Stage.Open;
import org.kanmai.app.trade.orders.Street;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Coupons dropped in a room: one each for those who are there, while there are any, for a short time. */
@KanmaiTest
@Tag("LC-03")
@Tag("AX-11")
class DropTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Stage stage;
    private final TestClock clock;
    private final int port;

    DropTests(Stage stage, TestClock clock, @LocalServerPort int port) {
        this.stage = stage;
        this.clock = clock;
        this.port = port;
    }

    private String coupon(Browser host, String way, int pieces) {
        var now = clock.instant();
        Instant from = now.minusSeconds(60);
        return Street.must(201, host.post("/api/me/shop/coupons", """
                {"name": "Room tea", "kind": "amount", "off": {"minor": 100, "currency": "CNY"}, "way": "%s",
                 "startsAt": "%s", "endsAt": "%s", "hours": 24, "budget": {"minor": 10000, "currency": "CNY"},
                 "pieces": %d, "most": 3}""".formatted(
                                way, from, now.plus(Duration.ofDays(9)), pieces)))
                .at("/coupon/id")
                .asString();
    }

    private static Answer begin(Open open, String coupon, int seconds) {
        return open.host().post(open.own("/drops"), "{\"coupon\": \"%s\", \"seconds\": %d}".formatted(coupon, seconds));
    }

    private static Answer claim(Browser somebody, Open open) {
        return somebody.post(open.here("/drop/claims"), "");
    }

    /** Somebody who is in the room. */
    private Browser present(Open open, String name) {
        var browser = Browser.of(port, Cast.handle(name));
        var ear = Ear.as(browser, open.room(), port);
        await().atMost(PATIENCE).until(() -> ear.heard("said"));
        return browser;
    }

    @Test
    void whoIsInTheRoomTakesOneWhileThereAreAny() {
        var open = stage.room(port, 9);
        Street.must(201, begin(open, coupon(open.host(), "given", 2), 600));
        var ear = Ear.in(open.room(), port);
        await().atMost(PATIENCE).until(() -> ear.heard("\"drop\"", "\"left\":2"));
        assertThat(claim(Browser.of(port, Cast.handle("away")), open).type()).endsWith("not-present");
        var anna = present(open, "anna");
        assertThat(claim(anna, open).status()).isEqualTo(204);
        assertThat(claim(anna, open).type()).endsWith("coupon-had");
        await().atMost(PATIENCE).until(() -> ear.heard("\"drop\"", "\"left\":1"));
        assertThat(claim(present(open, "ben"), open).status()).isEqualTo(204);
        assertThat(claim(present(open, "carl"), open).type()).endsWith("coupons-taken");
        assertThat(Street.must(200, anna.get("/api/me/vouchers"))
                        .at("/items/0/coupon/name")
                        .asString())
                .isEqualTo("Room tea");
    }

    @Test
    void aDropEndsByTimeAndARoomHasOneAtATime() {
        var open = stage.room(port, 9);
        var coupon = coupon(open.host(), "given", 5);
        Street.must(201, begin(open, coupon, 60));
        assertThat(begin(open, coupon, 60).type()).endsWith("drop-runs");
        var ear = Ear.in(open.room(), port);
        await().atMost(PATIENCE).until(() -> ear.heard("\"drop\"", "\"left\":5"));
        var anna = present(open, "anna");
        clock.forward(Duration.ofSeconds(61));
        assertThat(claim(anna, open).type()).endsWith("drop-over");
        await().atMost(PATIENCE).until(() -> ear.heard("\"drop\":false"));
    }

    @Test
    void onlyCouponsThatTheShopHandsOutAreDropped() {
        var open = stage.room(port, 9);
        var other = stage.room(port, 9);
        assertThat(begin(open, coupon(open.host(), "public", 5), 60).status()).isEqualTo(404);
        assertThat(begin(open, coupon(other.host(), "given", 5), 60).status()).isEqualTo(404);
        assertThat(begin(open, coupon(open.host(), "given", 5), 9).status()).isEqualTo(422);
        assertThat(other.host()
                        .post(open.own("/drops"), "{\"coupon\": \"1\", \"seconds\": 60}")
                        .status())
                .isEqualTo(404);
    }
}
