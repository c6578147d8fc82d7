package org.kanmai.app.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.facts.Subject;
import org.kanmai.facts.WorkId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@KanmaiTest
class ReviewTests {
    private final Premiere premiere;
    private final Governance governance;
    private final JdbcClient jdbc;
    private final int port;

    ReviewTests(Premiere premiere, Governance governance, JdbcClient jdbc, @LocalServerPort int port) {
        this.premiere = premiere;
        this.governance = governance;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    @Tag("CP-12")
    void twelveClassesHaveAPenaltyEach() {
        var classes =
                premiere.player(port, "anna").browser().get("/api/violations").json();
        assertThat(classes.size()).isEqualTo(12);
        assertThat(classes.valueStream().map(one -> one.path("penalty").asString()))
                .allMatch(penalty -> penalty.startsWith("remove") || penalty.startsWith("hide"));
        assertThat(governance.penalties()).containsOnlyKeys(Violation.values());
    }

    @ParameterizedTest
    @EnumSource(Violation.class)
    @Tag("CP-12")
    void anOperatorRejectsWithAnyClassAndTheCreatorReadsWhy(Violation violation) {
        var chen = premiere.player(port, "chen");
        var work = premiere.submitted(chen, "茶", "");
        reject(premiere.operator(port), work, violation.code());

        var own = chen.browser().get("/api/me/works/" + work).json();
        assertThat(own.path("state").asString()).isEqualTo("rejected");
        assertThat(own.path("reason").path("violation").asString()).isEqualTo(violation.code());
        assertThat(own.path("reason").path("note").asString()).isEqualTo("see 0:03");
        boolean marked = governance.penalty(violation).marksCopies();
        assertThat(banned(work)).isEqualTo(marked ? 1 : 0);
    }

    @Test
    void ofTwoOperatorsAtOnceOneDecides() throws Exception {
        var work = premiere.submitted(premiere.player(port, "chen"), "茶", "");
        var first = premiere.operator(port);
        var second = premiere.operator(port);
        long review = premiere.review(work.value());
        Callable<Integer> approve = () -> decide(first, review, "{\"approve\": true}");
        Callable<Integer> reject = () -> decide(second, review, "{\"approve\": false, \"violation\": \"vulgar\"}");
        try (var pool = Executors.newFixedThreadPool(2)) {
            var one = pool.submit(approve);
            var other = pool.submit(reject);
            assertThat(new int[] {one.get(), other.get()}).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(jdbc.sql("select count(*) from governance.decision where subject = :work")
                        .param("work", work.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobodyDecidesAboutTheirOwn() {
        var operator = premiere.operator(port);
        var work = premiere.submitted(operator, "茶", "");
        var answer = premiere.decide(operator, work.value(), "{\"approve\": true}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.type()).endsWith("own-subject");
    }

    @Test
    void theQueueShowsTheWorkWithItsEvidenceAndBlindSpots() {
        var chen = premiere.player(port, "chen");
        var work = premiere.submitted(chen, "高仿包", "");
        var operator = premiere.operator(port);
        var shown = operator.browser()
                .get("/api/reviews/" + premiere.review(work.value()))
                .json();
        assertThat(shown.path("work").path("title").asString()).isEqualTo("高仿包");
        assertThat(shown.path("work").path("media").path("hls").asString()).startsWith("/media/");
        assertThat(shown.path("evidence")
                        .valueStream()
                        .map(one -> one.path("check").asString()))
                .contains("black-frames", "words");
        assertThat(shown.path("evidence")
                        .valueStream()
                        .map(one -> one.path("finding").asString()))
                .contains("doubtful");
        assertThat(shown.path("evidence")
                        .valueStream()
                        .map(one -> one.path("blindSpot").asString()))
                .noneMatch(String::isBlank);
        assertThat(operator.browser()
                        .get("/api/reviews?state=open&kind=work&limit=50")
                        .status())
                .isEqualTo(200);
        assertThat(operator.browser()
                        .get("/api/reviews/summary")
                        .json()
                        .path("open")
                        .asInt())
                .isPositive();
        assertThat(chen.browser().get("/api/reviews").status()).isEqualTo(403);
    }

    @Test
    void aReportBringsAWorkBeforeAnOperatorAndLeavesItShown() {
        var operator = premiere.operator(port);
        var work = premiere.published(premiere.player(port, "chen"), operator, "茶", "");
        var anna = premiere.player(port, "anna");
        assertThat(report(anna, work, "fraud")).isEqualTo(201);
        assertThat(report(anna, work, "fraud")).as("again").isEqualTo(201);
        assertThat(governance.standing(Subject.work(work)).orElseThrow().shown())
                .isTrue();
        var review = operator.browser()
                .get("/api/reviews/" + premiere.review(work.value()))
                .json();
        assertThat(review.path("cause").asString()).isEqualTo("report");
        assertThat(review.path("reports").size()).as("once a person").isEqualTo(1);

        reject(operator, work, "fraud");
        assertThat(governance.standing(Subject.work(work)).orElseThrow().state())
                .isEqualTo(Standing.State.TAKEN_DOWN);
        assertThat(anna.browser().get("/api/works/" + work).status()).isEqualTo(404);
    }

    @Test
    void threePeoplesReportsOfAGraveClassHideAWorkUntilAnOperatorDecides() {
        var operator = premiere.operator(port);
        var chen = premiere.player(port, "chen");
        var work = premiere.published(chen, operator, "茶", "");
        var anna = premiere.player(port, "anna");
        report(anna, work, "violent");
        report(premiere.player(port, "bo"), work, "violent");
        assertThat(anna.browser().get("/api/works/" + work).status()).isEqualTo(200);
        report(premiere.player(port, "dora"), work, "minors");
        assertThat(anna.browser().get("/api/works/" + work).status()).isEqualTo(404);

        premiere.decide(operator, work.value(), "{\"approve\": true}");
        assertThat(anna.browser().get("/api/works/" + work).status()).isEqualTo(200);
    }

    @Test
    void nobodyReportsTheirOwnOrWhatTheyCannotSee() {
        var operator = premiere.operator(port);
        var chen = premiere.player(port, "chen");
        var shown = premiere.published(chen, operator, "茶", "");
        assertThat(report(chen, shown, "vulgar")).isEqualTo(422);
        var hidden = premiere.submitted(chen, "茶", "");
        assertThat(report(premiere.player(port, "anna"), hidden, "vulgar")).isEqualTo(404);
        assertThat(report(premiere.player(port, "anna"), shown, "no-such-class"))
                .isEqualTo(422);
    }

    private void reject(Player operator, WorkId work, String violation) {
        var answer = premiere.decide(
                operator,
                work.value(),
                "{\"approve\": false, \"violation\": \"%s\", \"note\": \"see 0:03\"}".formatted(violation));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static int decide(Player operator, long review, String decision) {
        return operator.browser()
                .post("/api/reviews/" + review + "/decision", decision)
                .status();
    }

    private static int report(Player reporter, WorkId work, String violation) {
        return reporter.browser()
                .post("/api/reports", """
                        {"subject": {"kind": "work", "id": "%s"}, "violation": "%s"}
                        """.formatted(work, violation))
                .status();
    }

    private int banned(WorkId work) {
        return jdbc.sql("""
                select count(*)
                  from media.banned
                 where media in (select media from content.work where id = :work)
                """).param("work", work.value()).query(Integer.class).single();
    }
}
