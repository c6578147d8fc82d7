package org.kanmai.app.aftersales.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.aftersales.complaints.Complaint.State;
import org.kanmai.app.aftersales.complaints.Complaint.Verb;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.OrderId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Complaints: a day for the shop, then an operator; and how the buyer found it was handled. */
@KanmaiTest
@Tag("EC-15")
class ComplaintTests {
    private static final int THREADS = 4;

    private final Street street;
    private final Premiere premiere;
    private final ComplaintClock complaintClock;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final int port;

    ComplaintTests(
            Street street,
            Premiere premiere,
            ComplaintClock complaintClock,
            TestClock clock,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.street = street;
        this.premiere = premiere;
        this.complaintClock = complaintClock;
        this.clock = clock;
        this.jdbc = jdbc;
        this.port = port;
    }

    /** A paid order and its two sides. */
    private record Sold(Shop shop, Buyer buyer, OrderId order) {
        Answer complain() {
            return buyer.browser()
                    .post(
                            "/api/me/orders/" + order + "/complaints",
                            "{\"topic\": \"goods\", \"words\": \"Stale tea\"}");
        }

        String complained() {
            return Street.must(201, complain()).path("id").asString();
        }

        Answer answer(String id) {
            return shop.merchant().post("/api/me/shop/complaints/" + id + "/answer", "{\"words\": \"We are sorry\"}");
        }

        Answer mine(String id, String verb, String body) {
            return buyer.browser().post("/api/me/complaints/" + id + "/" + verb, body);
        }

        String state() {
            var all = Street.must(200, buyer.browser().get("/api/me/orders/" + order + "/complaints"))
                    .path("items");
            return all.get(all.size() - 1).path("state").asString();
        }
    }

    private Sold paid() {
        var shop = street.shop(port, 9);
        var buyer = street.buyer(port);
        var placed = street.placed(buyer, shop);
        street.pay(port, placed);
        return new Sold(shop, buyer, Street.id(placed));
    }

    private static Answer decide(Browser operator, String id) {
        return operator.post("/api/complaints/" + id + "/decision", "{\"words\": \"The shop is right\"}");
    }

    private void forward(Duration time) {
        clock.forward(time);
        complaintClock.goOn();
    }

    @Test
    void aShopHasADayToAnswerAndThenAnOperatorHasIt() {
        var sold = paid();
        var id = sold.complained();
        forward(Duration.ofHours(23));
        assertThat(sold.state()).isEqualTo("open");
        var operator = premiere.operator(port).browser();
        forward(Duration.ofHours(1));
        assertThat(sold.state()).isEqualTo("escalated");
        assertThat(told(id)).isPositive();
        assertThat(sold.answer(id).status()).isEqualTo(409);
        var queue = Street.must(200, operator.get("/api/complaints")).path("items");
        assertThat(queue)
                .anySatisfy(each -> assertThat(each.path("id").asString()).isEqualTo(id));
        assertThat(sold.mine(id, "rating", "{\"stars\": 5}").status()).isEqualTo(409);
        assertThat(Street.must(200, decide(operator, id)).path("verdict").asString())
                .isEqualTo("The shop is right");
        assertThat(decide(operator, id).status()).isEqualTo(409);
        assertThat(Street.must(200, sold.mine(id, "rating", "{\"stars\": 2}"))
                        .path("stars")
                        .asInt())
                .isEqualTo(2);
        assertThat(sold.mine(id, "rating", "{\"stars\": 5}").status()).isEqualTo(409);
    }

    /** How many operators were told of a complaint, or are about to be. */
    private long told(String id) {
        return jdbc.sql("""
                select (select count(*) from notices.told where kind = 'complaint-escalated' and key like :key)
                       + (select count(*) from notices.part where key like :key)""")
                .param("key", "complaint:" + id + ":escalated:complaint-escalated%")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    @Test
    void anAnswerIsEnoughWhenTheBuyerSaysSoOrNothing() {
        var happy = paid();
        var id = happy.complained();
        assertThat(happy.complain().type()).endsWith("complaint-open");
        Street.must(200, happy.answer(id));
        assertThat(happy.answer(id).status()).isEqualTo(409);
        forward(Duration.ofDays(2));
        assertThat(happy.state()).isEqualTo("answered");
        Street.must(200, happy.mine(id, "rating", "{\"stars\": 5}"));
        assertThat(happy.state()).isEqualTo("closed");
        var silent = paid();
        Street.must(200, silent.answer(silent.complained()));
        forward(Duration.ofDays(7));
        assertThat(silent.state()).isEqualTo("closed");
        assertThat(silent.complain().status()).isEqualTo(201);
    }

    @Test
    void anAnswerThatDoesNotHelpGoesToAnOperatorAndASilentShopKeepsItsDay() {
        var sold = paid();
        var id = sold.complained();
        assertThat(sold.mine(id, "escalation", "").status()).isEqualTo(409);
        Street.must(200, sold.answer(id));
        assertThat(Street.must(200, sold.mine(id, "escalation", ""))
                        .path("state")
                        .asString())
                .isEqualTo("escalated");
        Street.must(200, sold.mine(id, "withdrawal", ""));
        assertThat(sold.state()).isEqualTo("closed");
    }

    @Test
    void itIsNobodyElsesAndOnlyAboutWhatWasPaid() {
        var sold = paid();
        var id = sold.complained();
        var stranger = street.buyer(port).browser();
        assertThat(stranger.post("/api/me/complaints/" + id + "/withdrawal", "").status())
                .isEqualTo(404);
        assertThat(street.shop(port, 1)
                        .merchant()
                        .post("/api/me/shop/complaints/" + id + "/answer", "{\"words\": \"Ours\"}")
                        .status())
                .isEqualTo(404);
        var unpaid = new Sold(sold.shop, sold.buyer, Street.id(street.placed(sold.buyer, sold.shop)));
        assertThat(unpaid.complain().type()).endsWith("not-paid");
        assertThat(sold.mine(id, "rating", "{\"stars\": 6}").status()).isEqualTo(422);
        assertThat(sold.mine(id, "rating", "{\"stars\": 5}").status()).isEqualTo(409);
    }

    @Test
    void theWordsGoWithThePerson() {
        var sold = paid();
        var id = Long.parseLong(sold.complained());
        assertThat(sold.buyer
                        .browser()
                        .delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD))
                        .status())
                .isLessThan(300);
        assertThat(jdbc.sql("select state || ':' || words from aftersales.complaint where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("closed:");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void anEndStaysAnEndAndOnlyAnOpenOneIsAnswered(State state) {
        boolean over = state == State.DECIDED || state == State.CLOSED;
        for (var verb : Verb.values()) {
            if (over) {
                assertThat(state.after(verb)).isEmpty();
            }
        }
        assertThat(state.after(Verb.ANSWER).isPresent()).isEqualTo(state == State.OPEN);
        assertThat(state.after(Verb.DECIDE).isPresent()).isEqualTo(state == State.ESCALATED);
        state.silence().ifPresent(verb -> assertThat(state.after(verb)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void manyAtOnceLeaveOneStateAndOneRating(long seed) throws InterruptedException, ExecutionException {
        race(seed);
    }

    @ParameterizedTest
    @Tag("deep")
    @ValueSource(longs = {43, 44, 45, 46, 47, 48, 49, 50})
    void overAndOverAgain(long seed) throws InterruptedException, ExecutionException {
        race(seed);
    }

    private void race(long seed) throws InterruptedException, ExecutionException {
        var sold = paid();
        var id = sold.complained();
        var operator = premiere.operator(port).browser();
        var rated = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var calls = new ArrayList<Callable<Integer>>();
            for (int player = 0; player < THREADS; player++) {
                var random = new Random(seed * 100 + player);
                calls.add(() -> play(sold, id, operator, random));
            }
            for (Future<Integer> each : threads.invokeAll(calls)) {
                rated.add(each.get());
            }
        }
        assertThat(rated.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(1);
        assertThat(jdbc.sql("""
                        select count(*)
                          from aftersales.complaint
                         where orders = :order
                           and state in ('open', 'answered', 'escalated')""")
                        .param("order", sold.order.value())
                        .query(Long.class)
                        .single())
                .isLessThanOrEqualTo(1);
    }

    private static int play(Sold sold, String id, Browser operator, Random random) {
        int rated = 0;
        for (int deed = 0; deed < 12; deed++) {
            boolean rates = random.nextInt(4) == 0;
            var answer =
                    rates ? sold.mine(id, "rating", "{\"stars\": 4}") : deed(sold, id, operator, random.nextInt(6));
            assertThat(answer.status()).as(answer.body()).isIn(200, 201, 409);
            rated += rates && answer.status() == 200 ? 1 : 0;
        }
        return rated;
    }

    private static Answer deed(Sold sold, String id, Browser operator, int which) {
        return switch (which) {
            case 0, 1 -> sold.answer(id);
            case 2, 3 -> sold.mine(id, "escalation", "");
            case 4 -> decide(operator, id);
            default -> sold.complain();
        };
    }
}
