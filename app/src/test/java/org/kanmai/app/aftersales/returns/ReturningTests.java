package org.kanmai.app.aftersales.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.payment.TrialProvider;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.app.trade.parcels.Post;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ShopId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Units on their way back: what buyer, shop and operator see, and where the money and the goods are. */
@KanmaiTest
@Tag("EC-11")
class ReturningTests {
    private static final Currency YUAN = Currency.getInstance("CNY");

    private final Street street;
    private final Premiere premiere;
    private final Ledger ledger;
    private final TrialProvider provider;
    private final ReturnClock returnClock;
    private final Post post;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    ReturningTests(
            Street street,
            Premiere premiere,
            Ledger ledger,
            TrialProvider provider,
            ReturnClock returnClock,
            Post post,
            TestClock clock,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.street = street;
        this.premiere = premiere;
        this.ledger = ledger;
        this.provider = provider;
        this.returnClock = returnClock;
        this.post = post;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    /** An order of some units of one thing, and its two sides. */
    private record Sold(Shop shop, Buyer buyer, JsonNode placed) {
        OrderId id() {
            return Street.id(placed);
        }

        Answer ask(int units, String kind, String reason) {
            return buyer.browser().post("/api/me/orders/" + id() + "/returns", """
                    {"line": 0, "units": %d, "kind": "%s", "reason": "%s", "words": ""}""".formatted(units, kind, reason));
        }

        Answer mine(String id, String verb, String body) {
            return buyer.browser().post("/api/me/returns/" + id + "/" + verb, body);
        }

        Answer shops(String id, String verb, String body) {
            return shop.merchant().post("/api/me/shop/returns/" + id + "/" + verb, body);
        }
    }

    private Sold paid(int units) {
        var shop = street.shop(port, 9);
        var buyer = street.buyer(port);
        var placed = Street.must(201, Street.order(buyer, shop.sku(), units));
        street.pay(port, placed);
        return new Sold(shop, buyer, placed);
    }

    private Sold received(int units) {
        var sold = paid(units);
        Street.must(200, sold.shop.merchant().post("/api/me/shop/orders/" + sold.id() + "/shipment", """
                        {"carrier": "SF", "number": "SF12345"}"""));
        Street.must(200, sold.buyer.browser().post("/api/me/orders/" + sold.id() + "/receipt", ""));
        return sold;
    }

    private int free(Shop shop) {
        return jdbc.sql("select free from catalog.stock where sku = :sku")
                .param("sku", Long.parseLong(shop.sku()))
                .query(Integer.class)
                .single();
    }

    private long held(Shop shop) {
        return ledger.balance(Account.held(ShopId.parse(shop.id())), YUAN).minor();
    }

    private long goingBack(Sold sold) {
        return jdbc.sql("select coalesce(sum(minor), 0) from payment.refund where subject = :order")
                .param("order", sold.id().value())
                .query(Long.class)
                .single();
    }

    private static String id(JsonNode wish) {
        return wish.path("id").asString();
    }

    private static String state(Answer answer) {
        return Street.must(200, answer).path("state").asString();
    }

    private Browser operator() {
        return premiere.operator(port).browser();
    }

    @Test
    void twoOfThreeUnitsComeBackAndExactlyTheirMoneyAndTheyAreOnTheShelfAgain() {
        var sold = received(3);
        assertThat(held(sold.shop)).isEqualTo(5671);
        var wish = Street.must(201, sold.ask(2, "return", "changed-mind"));
        assertThat(wish.at("/amount/minor").asLong()).isEqualTo(3980);
        assertThat(state(sold.shops(id(wish), "answer", "{\"agree\": true, \"backTo\": \"杭州市茶路 1 号\"}")))
                .isEqualTo("agreed");
        assertThat(state(sold.mine(id(wish), "parcel", "{\"carrier\": \"YTO\", \"number\": \"YT7654321\"}")))
                .isEqualTo("sent");
        assertThat(goingBack(sold)).isZero();
        assertThat(state(sold.shops(id(wish), "arrival", "{\"accept\": true, \"sound\": true}")))
                .isEqualTo("refunded");
        assertThat(goingBack(sold)).isEqualTo(3980);
        assertThat(free(sold.shop)).isEqualTo(8);
        assertThat(held(sold.shop)).isEqualTo(1890);
        assertThat(Street.state(sold.buyer, sold.id())).isEqualTo("received");

        assertThat(sold.ask(2, "return", "changed-mind").type()).endsWith("units-claimed");
        var offer = Street.must(200, sold.buyer.browser().get("/api/me/orders/" + sold.id() + "/returns"));
        assertThat(offer.at("/left/0").asInt()).isEqualTo(1);
        assertThat(offer.at("/items/0/steps")).hasSize(4);
    }

    @Test
    void theLastUnitsOfAnOrderMakeItRefundedAndAllOfItsMoneyIsBack() {
        var sold = received(3);
        for (int units : new int[] {1, 2}) {
            var wish = Street.must(201, sold.ask(units, "refund", "damaged"));
            assertThat(state(sold.shops(id(wish), "answer", "{\"agree\": true}")))
                    .isEqualTo("refunded");
        }
        assertThat(goingBack(sold)).isEqualTo(5970);
        assertThat(held(sold.shop)).isZero();
        assertThat(free(sold.shop)).isEqualTo(6);
        assertThat(Street.state(sold.buyer, sold.id())).isEqualTo("refunded");
        assertThat(sold.ask(1, "refund", "damaged").type()).endsWith("no-return");
    }

    @Test
    void unitsThatWereNeverSentAreRefundedAtOnceAndAreOnTheShelf() {
        var sold = paid(3);
        var wish = Street.must(201, sold.ask(1, "refund", "changed-mind"));
        assertThat(wish.path("state").asString()).isEqualTo("refunded");
        assertThat(free(sold.shop)).isEqualTo(7);
        assertThat(goingBack(sold)).isEqualTo(1990);
        Street.must(200, sold.buyer.browser().post("/api/me/orders/" + sold.id() + "/cancellation", ""));
        assertThat(free(sold.shop)).isEqualTo(9);
        assertThat(goingBack(sold)).isEqualTo(5970);
        assertThat(held(sold.shop)).isZero();
    }

    @Test
    void aShopsSilenceAgreesAndABuyersSilenceWithdraws() {
        var sold = received(2);
        var refund = Street.must(201, sold.ask(1, "refund", "not-as-described"));
        var goods = Street.must(201, sold.ask(1, "return", "changed-mind"));
        clock.forward(Duration.ofHours(47));
        returnClock.goOn();
        assertThat(goingBack(sold)).isZero();
        clock.forward(Duration.ofHours(1));
        returnClock.goOn();
        assertThat(goingBack(sold)).isEqualTo(1990);
        var mine = sold.buyer.browser();
        assertThat(state(mine.get("/api/me/returns/" + id(refund)))).isEqualTo("refunded");
        assertThat(state(mine.get("/api/me/returns/" + id(goods)))).isEqualTo("agreed");
        clock.forward(Duration.ofDays(7));
        returnClock.goOn();
        assertThat(state(mine.get("/api/me/returns/" + id(goods)))).isEqualTo("withdrawn");
    }

    @Test
    void theEighthDayIsTooLateUnlessTheShopIsToBlame() {
        var sold = received(1);
        clock.forward(Duration.ofDays(8));
        assertThat(sold.ask(1, "return", "changed-mind").type()).endsWith("no-return");
        assertThat(sold.ask(1, "return", "damaged").status()).isEqualTo(201);
    }

    @Test
    @Tag("EC-15")
    void anOperatorDecidesOnceWhatTheTwoSidesDoNotAgreeAbout() {
        var sold = received(1);
        var wish = Street.must(201, sold.ask(1, "refund", "fake"));
        assertThat(sold.shops(id(wish), "answer", "{\"agree\": false}").status())
                .isEqualTo(422);
        assertThat(state(sold.shops(id(wish), "answer", "{\"agree\": false, \"words\": \"It is real\"}")))
                .isEqualTo("refused");
        var disputed = Street.must(200, sold.mine(id(wish), "dispute", "{\"words\": \"Look at the seal\"}"));
        assertThat(disputed.path("overdue").asBoolean()).isFalse();
        clock.forward(Duration.ofHours(25));
        returnClock.goOn();
        var operator = operator();
        var seen = Street.must(200, operator.get("/api/disputes"));
        assertThat(seen.path("items"))
                .anySatisfy(each ->
                        assertThat(id(each) + each.path("overdue").asBoolean()).isEqualTo(id(wish) + "true"));
        var decision = "/api/disputes/" + id(wish) + "/decision";
        assertThat(state(operator.post(decision, "{\"grant\": true, \"words\": \"The seal is false\"}")))
                .isEqualTo("refunded");
        assertThat(operator.post(decision, "{\"grant\": true, \"words\": \"Again\"}")
                        .type())
                .endsWith("return-state");
        assertThat(goingBack(sold)).isEqualTo(1990);
    }

    @Test
    void moneyThatWasReleasedComesOutOfTheShopsFreeMoney() {
        var sold = received(2);
        clock.forward(Duration.ofDays(8));
        var shop = ShopId.parse(sold.shop.id());
        street.release(sold.id());
        assertThat(ledger.balance(Account.free(shop), YUAN).minor()).isEqualTo(3781);
        var wish = Street.must(201, sold.ask(1, "refund", "damaged"));
        assertThat(state(sold.shops(id(wish), "answer", "{\"agree\": true}"))).isEqualTo("refunded");
        assertThat(ledger.balance(Account.free(shop), YUAN).minor()).isEqualTo(1890);
        assertThat(held(sold.shop)).isZero();
    }

    @Test
    void anExchangeMovesNoMoneyUnlessTheShopNeverReplaces() {
        var sold = received(2);
        var first = Street.must(201, sold.ask(1, "exchange", "wrong-item"));
        var second = Street.must(201, sold.ask(1, "exchange", "wrong-item"));
        for (var wish : new JsonNode[] {first, second}) {
            sold.shops(id(wish), "answer", "{\"agree\": true, \"backTo\": \"杭州市茶路 1 号\"}");
            sold.mine(id(wish), "parcel", "{\"carrier\": \"YTO\", \"number\": \"YT7654321\"}");
            assertThat(state(sold.shops(id(wish), "arrival", "{\"accept\": true, \"sound\": false}")))
                    .isEqualTo("taken");
        }
        assertThat(state(sold.shops(id(first), "replacement", "{\"carrier\": \"SF\", \"number\": \"SF99999\"}")))
                .isEqualTo("replaced");
        assertThat(goingBack(sold)).isZero();
        clock.forward(Duration.ofHours(73));
        returnClock.goOn();
        assertThat(goingBack(sold)).isEqualTo(1990);
        assertThat(free(sold.shop)).isEqualTo(7);
    }

    @Test
    void nobodySeesOrMovesWhatIsAnothersAndAWholeRefundEndsWhatIsOpen() {
        var sold = received(2);
        var wish = Street.must(201, sold.ask(1, "return", "changed-mind"));
        var stranger = street.buyer(port).browser();
        assertThat(stranger.get("/api/me/returns/" + id(wish)).status()).isEqualTo(404);
        assertThat(stranger.post("/api/me/returns/" + id(wish) + "/withdrawal", "")
                        .status())
                .isEqualTo(404);
        var rival = street.shop(port, 1).merchant();
        assertThat(rival.post("/api/me/shop/returns/" + id(wish) + "/answer", "{\"agree\": true, \"backTo\": \"here\"}")
                        .status())
                .isEqualTo(404);
        Street.must(200, sold.shop.merchant().post("/api/me/shop/orders/" + sold.id() + "/refund", ""));
        assertThat(state(sold.buyer.browser().get("/api/me/returns/" + id(wish))))
                .isEqualTo("withdrawn");
        assertThat(goingBack(sold)).isEqualTo(3980);
    }

    @Test
    void theProviderIsAskedForEachPartAndThePaymentForNoMoreThanWasPaid() {
        var sold = received(2);
        var wish = Street.must(201, sold.ask(1, "refund", "damaged"));
        sold.shops(id(wish), "answer", "{\"agree\": true}");
        var payment = Street.payment(sold.placed);
        org.junit.jupiter.api.Assertions.assertThrows(
                org.springframework.dao.DataIntegrityViolationException.class,
                () -> jdbc.sql("""
                        insert into payment.refund (id, payment, subject, part, minor, currency, state, asked_at)
                             values (:id, :payment, :subject, 'too-much', 1991, 'CNY', 'done', now())""")
                        .param("id", sold.id().value())
                        .param("payment", payment.value())
                        .param("subject", sold.id().value())
                        .update());
        assertThat(provider.refunds(payment)).hasSizeLessThanOrEqualTo(1);
    }

    private JsonNode sentBack(Sold sold, String number) {
        var wish = Street.must(201, sold.ask(1, "return", "changed-mind"));
        Street.must(200, sold.shops(id(wish), "answer", "{\"agree\": true, \"backTo\": \"杭州市茶路 1 号\"}"));
        return Street.must(200, sold.mine(id(wish), "parcel", """
                {"carrier": "sandbox", "number": "%s"}""".formatted(number)));
    }

    @Test
    void whatComesBackIsFollowedAndTheShopsTimeBeginsWhenItIsBrought() {
        var sold = received(2);
        var number = "SB" + sold.id() + "1";
        var wish = sentBack(sold, number);
        assertThat(wish.at("/parcel/carrier").asString()).isEqualTo("Sandbox Express");
        assertThat(wish.at("/tracking/follows").asBoolean()).isTrue();
        assertThat(wish.at("/tracking/events")).isEmpty();
        var other = received(1);
        var same = Street.must(201, other.ask(1, "return", "changed-mind"));
        Street.must(200, other.shops(id(same), "answer", "{\"agree\": true, \"backTo\": \"杭州市茶路 1 号\"}"));
        assertThat(other.mine(id(same), "parcel", """
                {"carrier": "Sandbox Express", "number": "%s"}""".formatted(number)).type()).endsWith("number-taken");
        post.announce();
        post.arrive();
        var seen = Street.must(200, sold.shop.merchant().get("/api/me/shop/orders/" + sold.id() + "/returns"));
        var shown = seen.path("items").isMissingNode() ? seen.get(0) : seen.at("/items/0");
        assertThat(shown.at("/tracking/stage").asString()).isEqualTo("delivered");
        assertThat(shown.path("state").asString()).isEqualTo("sent");
        assertThat(Instant.parse(shown.path("dueAt").asString()))
                .isBetween(
                        clock.instant().plus(Duration.ofHours(71)),
                        clock.instant().plus(Duration.ofHours(72)));
        assertThat(state(sold.shops(id(wish), "arrival", "{\"accept\": true, \"sound\": true}")))
                .isEqualTo("refunded");
    }

    @Test
    void whatReplacesItIsFollowedToItsBuyer() {
        var sold = received(1);
        var wish = Street.must(201, sold.ask(1, "exchange", "wrong-item"));
        sold.shops(id(wish), "answer", "{\"agree\": true, \"backTo\": \"杭州市茶路 1 号\"}");
        sold.mine(id(wish), "parcel", "{\"carrier\": \"YTO\", \"number\": \"YT7654322\"}");
        sold.shops(id(wish), "arrival", "{\"accept\": true, \"sound\": false}");
        var replaced = Street.must(200, sold.shops(id(wish), "replacement", """
                {"carrier": "sandbox", "number": "SB%s3"}""".formatted(sold.id())));
        assertThat(replaced.at("/replacement/carrier").asString()).isEqualTo("Sandbox Express");
        assertThat(replaced.at("/tracking/follows").asBoolean()).isFalse();
        post.announce();
        post.arrive();
        var seen = Street.must(200, sold.buyer.browser().get("/api/me/returns/" + id(wish)));
        assertThat(seen.at("/replacementTracking/stage").asString()).isEqualTo("delivered");
        assertThat(seen.path("state").asString()).isEqualTo("replaced");
        assertThat(told("return:" + id(wish) + ":replacement-delivered:return-moved"))
                .isEqualTo(1);
    }

    /** How often something was told, whether it waits to be sorted or is in an inbox already. */
    private int told(String key) {
        return jdbc.sql("""
                select (select count(*) from notices.told where key = :key)
                     + (select count(*) from notices.part where key = :key)""").param("key", key).query(Integer.class).single();
    }

    @Test
    void whatACarrierDoesNotBringInTimeAnOperatorDecides() {
        var sold = received(1);
        var wish = sentBack(sold, "SB" + sold.id() + "2");
        jdbc.sql("update aftersales.wish set due_at = asked_at where id = :id")
                .param("id", Long.parseLong(id(wish)))
                .update();
        returnClock.goOn();
        var now = Street.must(200, sold.buyer.browser().get("/api/me/returns/" + id(wish)));
        assertThat(now.path("state").asString()).isEqualTo("disputed");
        assertThat(goingBack(sold)).isZero();
    }
}
