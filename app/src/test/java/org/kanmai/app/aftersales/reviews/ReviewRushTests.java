package org.kanmai.app.aftersales.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.aftersales.reviews.Table.Meal;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.trade.orders.Street;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Reviews, changes, refunds and decisions at once: one review a line, the counts are the rows, a refund leaves its mark. */
@KanmaiTest
@Tag("EC-31")
class ReviewRushTests {
    private static final int THREADS = 4;
    private static final int DEEDS = 20;
    private static final List<String> WORDS = List.of("good", "高仿", "");

    private final Table table;
    private final Street street;
    private final JdbcClient jdbc;
    private final Premiere premiere;
    private final int port;

    ReviewRushTests(Table table, Street street, JdbcClient jdbc, Premiere premiere, @LocalServerPort int port) {
        this.table = table;
        this.street = street;
        this.jdbc = jdbc;
        this.premiere = premiere;
        this.port = port;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void countsAreTheRowsWhateverComesTogether(long seed) throws InterruptedException, ExecutionException {
        var shop = street.shop(port, 20);
        var meals = List.of(table.received(port, shop, 1), table.received(port, shop, 2));
        var operator = premiere.operator(port).browser();
        atOnce(seed, random -> deed(meals.get(random.nextInt(meals.size())), operator, random));
        check(meals.getFirst());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void ofTwoReviewsAtOnceOneIsWritten(int seed) throws InterruptedException, ExecutionException {
        var meal = table.received(port);
        var answers = answers(
                List.of(() -> meal.review(5, "one"), () -> meal.review(1, "two"), () -> meal.review(seed, "three")));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409);
        check(meal);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aReviewAtTheTimeOfARefundIsMarkedOrIsNot(int seed) throws InterruptedException, ExecutionException {
        var meal = table.received(port);
        var wish = Street.must(201, meal.giveBack(1)).path("id").asString();
        var answers = answers(List.of(() -> meal.agree(wish), () -> meal.review(seed, "in time?")));
        assertThat(answers.get(0).status()).isEqualTo(200);
        assertThat(answers.get(1).status()).isIn(201, 409);
        var marked = jdbc.sql("select refunded from aftersales.review where orders = :order")
                .param("order", meal.order().value())
                .query((row, number) -> row.getBoolean("refunded"))
                .list();
        assertThat(marked).isEqualTo(answers.get(1).status() == 201 ? List.of(true) : List.of());
        check(meal);
    }

    /** Something that somebody does. */
    private interface Deed {
        void with(Random random);
    }

    private static void atOnce(long seed, Deed deed) throws InterruptedException, ExecutionException {
        var players = new ArrayList<Callable<Boolean>>();
        for (int player = 0; player < THREADS; player++) {
            var random = new Random(seed * 100 + player);
            players.add(() -> {
                for (int each = 0; each < DEEDS; each++) {
                    deed.with(random);
                }
                return true;
            });
        }
        together(players);
    }

    private static List<Answer> answers(List<Callable<Answer>> calls) throws InterruptedException, ExecutionException {
        return together(calls);
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        var answers = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (var each : threads.invokeAll(calls)) {
                answers.add(each.get());
            }
        }
        return answers;
    }

    private void deed(Meal meal, Browser operator, Random random) {
        var browser = meal.buyer().browser();
        var review = review(meal);
        int stars = 1 + random.nextInt(5);
        var words = WORDS.get(random.nextInt(WORDS.size()));
        if (review == null) {
            check(meal.review(stars, words));
            return;
        }
        var mine = "/api/me/reviews/" + review.path("id").asString();
        switch (random.nextInt(7)) {
            case 0, 1 -> check(browser.put(mine, "{\"stars\": %d, \"words\": \"%s\"}".formatted(stars, words)));
            case 2 -> check(browser.delete(mine, ""));
            case 3 ->
                check(browser.post(
                        mine + "/follow-up", "{\"words\": \"%s\"}".formatted(words.isEmpty() ? "x" : words)));
            case 4 ->
                check(meal.shop()
                        .merchant()
                        .post(
                                "/api/me/shop/reviews/" + review.path("id").asString() + "/reply",
                                "{\"words\": \"thanks\"}"));
            case 5 ->
                check(meal.shop()
                        .merchant()
                        .delete("/api/me/shop/reviews/" + review.path("id").asString() + "/reply", ""));
            default -> decide(operator, review.path("id").asString(), random.nextInt(4) > 0);
        }
    }

    private static @Nullable JsonNode review(Meal meal) {
        var lines = Street.must(200, meal.buyer().browser().get("/api/me/orders/" + meal.order() + "/reviews"));
        var review = lines.at("/items/0/review");
        return review.path("id").isMissingNode() ? null : review;
    }

    private void decide(Browser operator, String id, boolean approve) {
        var open = table.open(id);
        if (open != null) {
            check(table.decide(operator, open, approve));
        }
    }

    /** Everybody may come too late; nothing may break. */
    private static void check(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201, 204, 404, 409);
    }

    private void check(Meal meal) {
        var counted = """
                select coalesce(max(one), 0) || ',' || coalesce(max(two), 0) || ',' || coalesce(max(three), 0) || ','
                       || coalesce(max(four), 0) || ',' || coalesce(max(five), 0) || ',' || coalesce(max(pictured), 0) || ','
                       || coalesce(max(followed), 0) as counts
                  from aftersales.rating where product = :product
                """;
        var rows = """
                select count(*) filter (where stars = 1) || ',' || count(*) filter (where stars = 2) || ','
                       || count(*) filter (where stars = 3) || ',' || count(*) filter (where stars = 4) || ','
                       || count(*) filter (where stars = 5) || ',' || count(*) filter (where pictured) || ','
                       || count(*) filter (where followed) as counts
                  from aftersales.review where product = :product and shown
                """;
        assertThat(counts(counted, meal)).isEqualTo(counts(rows, meal));
        assertThat(counts("""
                select count(*)::text as counts from aftersales.review
                  join governance.subject on kind = 'product-review' and subject.id = review.id
                 where product = :product and shown <> (state = 'approved')
                """, meal)).isEqualTo("0");
        assertThat(counts("""
                select count(*)::text as counts from aftersales.review
                 where product = :product
                   and followed <> exists (select 1 from aftersales.remark
                                            where review = review.id and side = 'buyer' and shown)
                """, meal)).isEqualTo("0");
    }

    private String counts(String question, Meal meal) {
        return jdbc.sql(question)
                .param("product", Long.parseLong(meal.shop().product()))
                .query((row, number) -> row.getString("counts"))
                .single();
    }
}
