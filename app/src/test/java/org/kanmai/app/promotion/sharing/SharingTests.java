package org.kanmai.app.promotion.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Shop;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links and the friends they bring, over HTTP: chains, what they come to, coupons that friends unlock, codes that are guessed. */
@KanmaiTest
class SharingTests {
    private final Street street;
    private final Premiere premiere;
    private final Appeals appeals;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    SharingTests(
            Street street,
            Premiere premiere,
            Appeals appeals,
            TestClock clock,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.street = street;
        this.premiere = premiere;
        this.appeals = appeals;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    private Answer coupon(Shop shop, String way, String more, int pieces) {
        var now = clock.instant();
        return shop.merchant().post("/api/me/shop/coupons", """
                {"name": "助力券", "kind": "amount", "off": {"minor": 300, "currency": "CNY"}, "way": "%s", %s
                 "startsAt": "%s", "endsAt": "%s", "hours": 48, "budget": {"minor": 9000, "currency": "CNY"}, "pieces": %d, "most": 1}""".formatted(
                        way, more, now.minusSeconds(1), now.plus(Duration.ofDays(9)), pieces));
    }

    private String friendly(Shop shop, int friends, int pieces) {
        return Street.must(201, coupon(shop, "friends", "\"friends\": %d,".formatted(friends), pieces))
                .at("/coupon/id")
                .asString();
    }

    private static Answer ask(Browser browser, String coupon) {
        return browser.post("/api/coupons/" + coupon + "/appeal", "");
    }

    private static Answer help(Browser browser, String appeal) {
        return Street.patient(() -> browser.post("/api/appeals/" + appeal + "/help", ""));
    }

    private Browser somebody() {
        return Browser.of(port, Cast.handle("han"));
    }

    @Test
    @Tag("SF-03")
    void asManyFriendsAsItTakesUnlockACouponAndEachRefusalSaysWhy() {
        var shop = street.shop(port, 10);
        var mei = street.buyer(port);
        var coupon = friendly(shop, 2, 5);
        var strip = Street.must(200, mei.browser().get("/api/products/" + shop.product() + "/coupons"));
        assertThat(strip.at("/items/0/friends").asInt()).isEqualTo(2);
        assertThat(mei.browser()
                        .post("/api/coupons/" + coupon + "/vouchers", "")
                        .status())
                .isEqualTo(404);
        var appeal = Street.must(200, ask(mei.browser(), coupon)).path("id").asString();
        assertThat(Street.must(200, ask(mei.browser(), coupon)).path("id").asString())
                .isEqualTo(appeal);
        assertThat(Street.quote(mei, shop.sku(), 1).at("/total/minor").asLong()).isEqualTo(1_990);

        assertThat(help(mei.browser(), appeal).type()).endsWith("help-own");
        var han = somebody();
        var helped = Street.must(200, help(han, appeal));
        assertThat(helped.path("helped").asInt()).isOne();
        assertThat(helped.path("part").asString()).isEqualTo("helped");
        assertThat(help(han, appeal).type()).endsWith("helped-before");
        assertThat(Street.must(200, help(somebody(), appeal)).path("state").asString())
                .isEqualTo("unlocked");
        assertThat(help(somebody(), appeal).type()).endsWith("help-over");
        assertThat(Street.quote(mei, shop.sku(), 1).at("/total/minor").asLong()).isEqualTo(1_690);
    }

    /** Ten friends press at the same time where three are needed. */
    @Test
    @Tag("SF-03")
    void noMoreHelpThanAreNeeded() throws Exception {
        var shop = street.shop(port, 10);
        var mei = street.buyer(port);
        var appeal = Street.must(200, ask(mei.browser(), friendly(shop, 3, 5)))
                .path("id")
                .asString();
        var friends = new ArrayList<Callable<Answer>>();
        for (int each = 0; each < 10; each++) {
            var friend = somebody();
            friends.add(() -> help(friend, appeal));
        }
        int helped = 0;
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (var answer : threads.invokeAll(friends)) {
                helped += answer.get().status() == 200 ? 1 : 0;
            }
        }
        assertThat(helped).isEqualTo(3);
        assertThat(Street.quote(mei, shop.sku(), 1).at("/total/minor").asLong()).isEqualTo(1_690);
    }

    @Test
    @Tag("SF-03")
    void whatLiesAsideGoesToOthersWhenFriendsAreTooFewInTime() {
        var shop = street.shop(port, 10);
        var mei = street.buyer(port);
        var han = somebody();
        var coupon = friendly(shop, 2, 1);
        var appeal = Street.must(200, ask(mei.browser(), coupon)).path("id").asString();
        Street.must(200, help(han, appeal));
        var tao = street.buyer(port);
        assertThat(ask(tao.browser(), coupon).type()).endsWith("coupons-taken");
        clock.forward(Duration.ofHours(25));
        appeals.lapseDue();
        assertThat(help(somebody(), appeal).type()).endsWith("help-over");
        var next = Street.must(200, ask(tao.browser(), coupon)).path("id").asString();
        Street.must(200, help(han, next));
        Street.must(200, help(somebody(), next));
        assertThat(Street.quote(tao, shop.sku(), 1).at("/total/minor").asLong()).isEqualTo(1_690);
    }

    @Test
    @Tag("SF-03")
    void nobodyHelpsMoreThanFiveADay() {
        var shop = street.shop(port, 10);
        var han = somebody();
        for (int each = 0; each < 5; each++) {
            Street.must(200, help(han, appealOfSomebody(shop)));
        }
        var late = help(han, appealOfSomebody(shop));
        assertThat(late.status()).isEqualTo(429);
        assertThat(late.type()).endsWith("too-many-helps");
        clock.forward(Duration.ofHours(25));
        Street.must(200, help(han, appealOfSomebody(shop)));
    }

    private String appealOfSomebody(Shop shop) {
        return Street.must(200, ask(somebody(), friendly(shop, 2, 1)))
                .path("id")
                .asString();
    }

    @Test
    @Tag("SF-03")
    void codesAreNotGuessed() {
        var shop = street.shop(port, 10);
        Street.must(
                201,
                coupon(
                        shop,
                        "code",
                        "\"code\": \"RIGHT%s\",".formatted(shop.sku().substring(4, 12)),
                        5));
        var mei = street.buyer(port).browser();
        for (int each = 0; each < 10; each++) {
            assertThat(tell(mei, "WRONG" + each).status()).isEqualTo(404);
        }
        var right = "RIGHT" + shop.sku().substring(4, 12);
        assertThat(tell(mei, right).type()).endsWith("too-many-codes");
        Street.must(204, tell(street.buyer(port).browser(), right));
        clock.forward(Duration.ofMinutes(61));
        Street.must(204, tell(mei, right));
    }

    private static Answer tell(Browser browser, String code) {
        return browser.post("/api/me/vouchers", "{\"code\": \"%s\"}".formatted(code));
    }

    private static Answer share(Browser browser, Shop shop, String channel, String from) {
        var parent = from.isEmpty() ? "" : ", \"from\": \"%s\"".formatted(from);
        return browser.post("/api/shares", """
                {"kind": "product", "subject": "%s", "channel": "%s"%s}""".formatted(shop.product(), channel, parent));
    }

    private static String link(Browser browser, Shop shop, String channel, String from) {
        return Street.must(201, share(browser, shop, channel, from)).path("id").asString();
    }

    /** Mei brings Tao and Han; Tao buys. Each sharer brought one buyer for every two that came. */
    @Test
    @Tag("SF-09")
    @Tag("SF-12")
    void chainsAreKeptAsDeepAsMayBeAndSayWhatSharingBrings() {
        var shop = street.shop(port, 10);
        var mei = somebody();
        var tao = street.buyer(port);
        var han = somebody();
        var first = link(mei, shop, "qr", "");
        assertThat(link(mei, shop, "qr", "")).isEqualTo(first);
        Street.must(204, tao.browser().put("/api/shares/" + first + "/visit", ""));
        Street.must(204, tao.browser().put("/api/shares/" + first + "/visit", ""));
        Street.must(204, mei.put("/api/shares/" + first + "/visit", ""));
        Street.must(204, han.put("/api/shares/" + first + "/visit", ""));
        street.pay(port, street.placed(tao, shop));

        var second = Street.must(201, share(tao.browser(), shop, "copy", first));
        assertThat(second.path("depth").asInt()).isEqualTo(2);
        var third = Street.must(201, share(han, shop, "copy", second.path("id").asString()));
        assertThat(third.path("depth").asInt()).isOne();

        var report = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> Street.must(200, shop.merchant().get("/api/me/shop/share-report")),
                        told -> told.path("bought").asLong() == 1);
        assertThat(report.path("shares").asLong()).isEqualTo(3);
        assertThat(report.path("sharers").asLong()).isEqualTo(3);
        assertThat(report.path("invited").asLong()).isEqualTo(2);
        assertThat(report.path("bought").asLong()).isOne();
        assertThat(report.path("k").asDouble()).isEqualTo(1.0 / 3);
        assertThat(report.at("/byChannel/1/name").asString()).isEqualTo("qr");
        assertThat(report.at("/byChannel/1/invited").asLong()).isEqualTo(2);
        var site = Street.must(200, premiere.operator(port).browser().get("/api/share-report"));
        assertThat(site.path("shares").asLong()).isGreaterThanOrEqualTo(3);
        assertThat(jdbc.sql("select max(depth) from promotion.share")
                        .query((row, number) -> row.getInt(1))
                        .single())
                .isLessThanOrEqualTo(2);
    }

    @Test
    @Tag("SF-09")
    void whatIsNotThereIsNotShared() {
        var shop = street.shop(port, 1);
        var mei = somebody();
        assertThat(share(mei, new Shop(shop.merchant(), shop.id(), "1", shop.sku()), "copy", "")
                        .status())
                .isEqualTo(404);
        assertThat(share(mei, shop, "pigeon", "").status()).isEqualTo(422);
        assertThat(mei.put("/api/shares/1/visit", "").status()).isEqualTo(404);
    }
}
