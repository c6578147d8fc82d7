package org.kanmai.app.aftersales.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.aftersales.reviews.Table.Meal;
import org.kanmai.app.catalog.Stall;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.trade.orders.Street;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What buyers say of what they received: who may, what everybody sees of it, and what becomes of it. */
@KanmaiTest
@Tag("EC-31")
class ReviewingTests {
    /** On the list of banned words. */
    private static final String BANNED = "高仿";

    private final Table table;
    private final Street street;
    private final TestClock clock;
    private final ReviewAnswers answers;
    private final JdbcClient jdbc;
    private final int port;

    ReviewingTests(
            Table table,
            Street street,
            TestClock clock,
            ReviewAnswers answers,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.table = table;
        this.street = street;
        this.clock = clock;
        this.answers = answers;
        this.jdbc = jdbc;
        this.port = port;
    }

    private JsonNode seen(Meal meal) {
        return seen(meal, "all");
    }

    private JsonNode seen(Meal meal, String with) {
        var path = "/api/products/" + meal.shop().product() + "/reviews?with=" + with;
        return Street.must(200, new Browser(port).get(path)).path("items");
    }

    private JsonNode rating(Meal meal) {
        return Street.must(
                200, new Browser(port).get("/api/products/" + meal.shop().product() + "/rating"));
    }

    private static String mine(String id) {
        return "/api/me/reviews/" + id;
    }

    @Test
    void whoReceivedALineReviewsItOnceAndEverybodySeesItWithoutTheName() {
        var shop = street.shop(port, 20);
        var sent = table.sent(port, shop, 1);
        assertThat(sent.review(5, "好茶").type()).endsWith("not-received");
        Street.must(200, sent.buyer().browser().post("/api/me/orders/" + sent.order() + "/receipt", ""));
        assertThat(sent.review(6, "好茶").status()).isEqualTo(422);
        sent.written(5, "好茶");
        assertThat(sent.review(1, "again").type()).endsWith("/reviewed");

        var one = seen(sent).get(0);
        assertThat(one.path("stars").asInt()).isEqualTo(5);
        assertThat(one.path("words").asString()).isEqualTo("好茶");
        assertThat(one.path("author").asString()).hasSize(3).endsWith("**");
        assertThat(one.path("order").isNull() || one.path("order").isMissingNode())
                .isTrue();
        var stranger = street.buyer(port).browser();
        assertThat(stranger.post("/api/me/orders/" + sent.order() + "/reviews", """
                {"line": 0, "stars": 1, "words": ""}""")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theAverageIsThatOfWhatIsShown() {
        var first = table.received(port);
        first.written(5, "");
        var second = table.received(port, first.shop(), 1);
        var id = second.written(2, "bitter");
        assertThat(rating(first).path("average").asDouble()).isEqualTo(3.5);
        assertThat(rating(first).path("stars").toString()).isEqualTo("[0,1,0,0,1]");
        assertThat(seen(first, "low")).hasSize(1);

        Street.must(200, second.buyer().browser().put(mine(id), "{\"stars\": 4, \"words\": \"better\"}"));
        assertThat(rating(first).path("average").asDouble()).isEqualTo(4.5);
        assertThat(seen(first, "low")).isEmpty();

        assertThat(second.buyer().browser().delete(mine(id), "").status()).isEqualTo(204);
        assertThat(rating(first).path("count").asInt()).isEqualTo(1);
        second.written(1, "after all");
        assertThat(rating(first).path("average").asDouble()).isEqualTo(3.0);
    }

    @Test
    void wordsThatAreBannedWaitForAnOperator() {
        var meal = table.received(port);
        var id = meal.written(1, BANNED);
        assertThat(seen(meal)).isEmpty();
        assertThat(rating(meal).path("count").asInt()).isZero();
        assertThat(Street.must(200, meal.buyer().browser().get("/api/me/reviews"))
                        .at("/items/0/held")
                        .asBoolean())
                .isTrue();
        Street.must(200, table.decide(port, id, true));
        assertThat(seen(meal)).hasSize(1);
        assertThat(rating(meal).path("count").asInt()).isEqualTo(1);
    }

    @Test
    void whatAnOperatorRefusedIsNeitherChangedNorWrittenAgain() {
        var meal = table.received(port);
        var id = meal.written(1, BANNED);
        Street.must(200, table.decide(port, id, false));
        assertThat(seen(meal)).isEmpty();
        assertThat(meal.buyer()
                        .browser()
                        .put(mine(id), "{\"stars\": 5, \"words\": \"nice\"}")
                        .type())
                .endsWith("review-refused");
        assertThat(meal.buyer().browser().delete(mine(id), "").type()).endsWith("review-refused");
        assertThat(meal.review(5, "nice").type()).endsWith("/reviewed");
    }

    @Test
    void picturesAreTheirBuyersUntilAnOperatorHasSeenThem() {
        var meal = table.received(port);
        var shots = "/api/me/orders/" + meal.order() + "/reviews/0/pictures/";
        assertThat(meal.buyer().browser().put(shots + "0", Stall.png(400, 300)).status())
                .isEqualTo(204);
        assertThat(meal.buyer().browser().put(shots + "6", Stall.png(400, 300)).status())
                .isEqualTo(404);
        var id = meal.written(5, "see");
        var lines = Street.must(200, meal.buyer().browser().get("/api/me/orders/" + meal.order() + "/reviews"));
        var url = lines.at("/items/0/review/pictures/0/url").asString();
        assertThat(new Browser(port).get(url).status()).isEqualTo(404);
        assertThat(meal.buyer().browser().get(url).status()).isEqualTo(200);
        assertThat(seen(meal)).isEmpty();
        Street.must(200, table.decide(port, id, true));
        assertThat(new Browser(port).get(url).status()).isEqualTo(200);
        assertThat(seen(meal, "pictures")).hasSize(1);
        assertThat(rating(meal).path("pictured").asInt()).isEqualTo(1);

        assertThat(meal.buyer().browser().put(shots + "1", Stall.png(400, 300)).status())
                .isEqualTo(204);
        assertThat(seen(meal)).isEmpty();
        Street.must(200, table.decide(port, id, true));
        assertThat(seen(meal).at("/0/pictures")).hasSize(2);
        assertThat(meal.buyer().browser().delete(shots + "0", "").status()).isEqualTo(204);
        assertThat(meal.buyer().browser().delete(shots + "1", "").status()).isEqualTo(204);
        assertThat(rating(meal).path("pictured").asInt()).isZero();
        assertThat(seen(meal)).hasSize(1);
    }

    @Test
    void picturesWithoutAReviewGoAfterADay() {
        var meal = table.received(port);
        var reviews = "/api/me/orders/" + meal.order() + "/reviews";
        meal.buyer().browser().put(reviews + "/0/pictures/0", Stall.png(400, 300));
        answers.sweep();
        assertThat(Street.must(200, meal.buyer().browser().get(reviews)).at("/items/0/pictures"))
                .hasSize(1);
        clock.forward(Duration.ofHours(25));
        answers.sweep();
        assertThat(Street.must(200, meal.buyer().browser().get(reviews)).at("/items/0/pictures"))
                .isEmpty();
    }

    @Test
    void eachSideSaysOneThingBelow() {
        var meal = table.received(port);
        var id = meal.written(4, "good");
        var reply = "/api/me/shop/reviews/" + id + "/reply";
        assertThat(table.received(port)
                        .shop()
                        .merchant()
                        .post(reply, "{\"words\": \"not mine\"}")
                        .status())
                .isEqualTo(404);
        Street.must(201, meal.shop().merchant().post(reply, "{\"words\": \"thanks\"}"));
        assertThat(meal.shop().merchant().post(reply, "{\"words\": \"more\"}").type())
                .endsWith("said-already");
        Street.must(201, meal.buyer().browser().post(mine(id) + "/follow-up", "{\"words\": \"still good\"}"));
        assertThat(meal.buyer()
                        .browser()
                        .post(mine(id) + "/follow-up", "{\"words\": \"more\"}")
                        .type())
                .endsWith("said-already");
        var one = seen(meal, "follow-up").get(0);
        assertThat(one.at("/reply/words").asString()).isEqualTo("thanks");
        assertThat(one.at("/followUp/words").asString()).isEqualTo("still good");
        assertThat(meal.shop().merchant().delete(reply, "").status()).isEqualTo(204);
        assertThat(seen(meal).at("/0/reply").isMissingNode()
                        || seen(meal).at("/0/reply").isNull())
                .isTrue();
        assertThat(Street.must(200, meal.shop().merchant().get("/api/me/shop/reviews?unanswered=true"))
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void aHeldFollowUpIsNotCountedUntilItIsShown() {
        var meal = table.received(port);
        var id = meal.written(4, "good");
        var below = Street.must(
                        201, meal.buyer().browser().post(mine(id) + "/follow-up", "{\"words\": \"" + BANNED + "\"}"))
                .at("/followUp");
        assertThat(below.path("held").asBoolean()).isTrue();
        assertThat(rating(meal).path("followed").asInt()).isZero();
        Street.must(200, table.decide(port, below.path("id").asString(), true));
        assertThat(rating(meal).path("followed").asInt()).isEqualTo(1);
        assertThat(seen(meal, "follow-up")).hasSize(1);
    }

    @Test
    void reportsOfAReviewComeBeforeAnOperator() {
        var meal = table.received(port);
        var id = meal.written(1, "rude");
        for (int reporter = 0; reporter < 3; reporter++) {
            assertThat(Browser.of(port, Cast.handle("wang"))
                            .post("/api/reports", """
                            {"subject": {"kind": "product-review", "id": "%s"}, "violation": "vulgar"}""".formatted(id))
                            .status())
                    .isEqualTo(201);
        }
        Street.must(200, table.decide(port, id, false));
        assertThat(seen(meal)).isEmpty();
        assertThat(rating(meal).path("count").asInt()).isZero();
    }

    /** Who said it does not report it; who reports a reply leaves the review as it is. */
    @Test
    void whatIsSaidBelowIsReportedByItself() {
        var meal = table.received(port);
        var id = meal.written(5, "good");
        Street.must(201, meal.buyer().browser().post(mine(id) + "/follow-up", "{\"words\": \"still good\"}"));
        Street.must(201, meal.shop().merchant().post("/api/me/shop/reviews/" + id + "/reply", "{\"words\": \"rude\"}"));
        var own = Street.must(
                        200,
                        meal.buyer()
                                .browser()
                                .get("/api/products/" + meal.shop().product() + "/reviews"))
                .at("/items/0");
        assertThat(own.at("/followUp/mine").asBoolean()).isTrue();
        assertThat(own.at("/reply/mine").asBoolean()).isFalse();
        var reply = own.at("/reply/id").asString();
        assertThat(report(meal.shop().merchant(), reply).status()).isEqualTo(422);
        for (int reporter = 0; reporter < 3; reporter++) {
            assertThat(report(Browser.of(port, Cast.handle("wang")), reply).status())
                    .isEqualTo(201);
        }
        Street.must(200, table.decide(port, reply, false));
        var left = seen(meal).get(0);
        assertThat(left.path("reply").isNull()).isTrue();
        assertThat(left.at("/followUp/words").asString()).isEqualTo("still good");
    }

    private static Answer report(Browser reporter, String id) {
        return reporter.post("/api/reports", """
                {"subject": {"kind": "product-review", "id": "%s"}, "violation": "vulgar"}""".formatted(id));
    }

    @Test
    void aReviewIsChangedForTwoDaysAndWrittenForThirty() {
        var meal = table.received(port);
        var id = meal.written(4, "good");
        clock.forward(Duration.ofHours(49));
        assertThat(meal.buyer()
                        .browser()
                        .put(mine(id), "{\"stars\": 1, \"words\": \"late\"}")
                        .type())
                .endsWith("too-late");
        var late = table.received(port);
        jdbc.sql("update trade.orders set received_at = received_at - interval '31 days' where id = :order")
                .param("order", late.order().value())
                .update();
        assertThat(late.review(5, "late").type()).endsWith("too-late");
    }

    @Test
    void afterARefundAReviewStaysAndIsMarked() {
        var meal = table.received(port, street.shop(port, 20), 2);
        meal.written(2, "broken");
        var wish = Street.must(201, meal.giveBack(1));
        Street.must(200, meal.agree(wish.path("id").asString()));
        assertThat(seen(meal).at("/0/refunded").asBoolean()).isTrue();
        assertThat(rating(meal).path("count").asInt()).isEqualTo(1);
    }

    @Test
    void nothingLeftIsNothingToReview() {
        var meal = table.received(port);
        var wish = Street.must(201, meal.giveBack(1));
        Street.must(200, meal.agree(wish.path("id").asString()));
        assertThat(meal.review(1, "broken").status()).isEqualTo(409);
    }

    @Test
    @Tag("GV-02")
    void anErasedBuyersReviewsGoAndTheCountsWithThem() {
        var meal = table.received(port);
        meal.written(5, "good");
        var gone = meal.buyer().browser().delete("/api/me", "{\"password\": \"" + Browser.PASSWORD + "\"}");
        assertThat(gone.status()).as(gone.body()).isEqualTo(204);
        assertThat(seen(meal)).isEmpty();
        assertThat(rating(meal).path("count").asInt()).isZero();
    }
}
