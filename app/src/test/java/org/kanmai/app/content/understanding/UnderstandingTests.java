package org.kanmai.app.content.understanding;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.facts.Ids;
import org.kanmai.facts.WorkId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Works wait in one queue with those of all tests; a test puts its own to the front before it does the next job. */
@KanmaiTest
@Tag("TD-24")
class UnderstandingTests {
    private final Premiere premiere;
    private final UnderstandingDesk desk;
    private final UnderstandingJobStore jobs;
    private final UnderstandingStore store;
    private final Understandings understandings;
    private final Comprehension comprehension;
    private final Reader reader;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final int port;

    UnderstandingTests(
            Premiere premiere,
            UnderstandingDesk desk,
            UnderstandingJobStore jobs,
            UnderstandingStore store,
            Understandings understandings,
            Comprehension comprehension,
            Reader reader,
            TransactionTemplate transaction,
            MeterRegistry meters,
            JdbcClient jdbc,
            Ids ids,
            Clock clock,
            @LocalServerPort int port) {
        this.premiere = premiere;
        this.desk = desk;
        this.jobs = jobs;
        this.store = store;
        this.understandings = understandings;
        this.comprehension = comprehension;
        this.reader = reader;
        this.transaction = transaction;
        this.meters = meters;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.port = port;
    }

    @Test
    void aSubmittedWorkIsUnderstoodInTheBackgroundAndItsReviewerReadsIt() {
        var chen = premiere.player(port, "chen");
        var work = premiere.submitted(chen, "家常红烧肉的做法", "\"hashtags\": [\"美食\"]");
        first(work);
        var workers = new UnderstandingWorkers(desk, jobs, new UnderstandingSettings(1, 10), clock);
        workers.start();
        try {
            await().atMost(30, SECONDS).until(() -> store.digests(List.of(work)).containsKey(work));
        } finally {
            workers.stop();
        }
        var operator = premiere.operator(port);
        var seen = operator.browser()
                .get("/api/reviews/" + premiere.review(work.value()))
                .json()
                .path("work")
                .path("understanding");
        assertThat(words(seen.path("keywords"))).containsExactly("美食", "红烧肉", "家常");
        assertThat(words(seen.path("topics"))).containsExactly("food");
        assertThat(seen.path("compared").asBoolean()).isTrue();
        assertThat(seen.path("length").asString()).isEqualTo("flash");
        assertThat(seen.path("shape").asString()).isEqualTo("upright");
    }

    @Test
    void aWorkWhoseProcessDiedIsTakenUpAgainAndTheDeadOneWritesNothing() {
        var work = premiere.submitted(premiere.player(port, "chen"), "火锅", "");
        first(work);
        var dead = jobs.claim(ids.next(), clock.instant(), clock.instant().plus(UnderstandingDesk.LEASE))
                .orElseThrow();
        assertThat(dead.work()).isEqualTo(work);
        assertThat(lease(work)).isEqualTo(dead.lease());
        assertThat(desk.workOnce() && lease(work) != dead.lease())
                .as("held by one at a time")
                .isFalse();
        var later = Clock.offset(clock, UnderstandingDesk.LEASE.plusSeconds(1));
        var another = new UnderstandingDesk(jobs, store, reader, transaction, meters, ids, later);
        assertThat(another.workOnce()).isTrue();
        assertThat(digest(work).keywords()).containsExactly("火锅");
        assertThat(jobs.finish(dead)).isFalse();
    }

    @Test
    void newWordsAreUnderstoodAnewEvenWhileTheOldOnesAreRead() {
        var chen = premiere.player(port, "chen");
        var work = premiere.submitted(chen, "火锅", "");
        first(work);
        var reading = jobs.claim(ids.next(), clock.instant(), clock.instant().plusSeconds(60))
                .orElseThrow();
        chen.browser().patch("/api/me/works/" + work, "{\"title\": \"露营\"}");
        assertThat(jobs.finish(reading)).as("what was read is out of date").isFalse();
        understand(work);
        assertThat(digest(work).keywords()).containsExactly("露营");
    }

    @Test
    void wordsOfAPublishedWorkCountOnceTheyAreShown() {
        var chen = premiere.player(port, "chen");
        var operator = premiere.operator(port);
        var work = premiere.published(chen, operator, "火锅", "");
        understand(work);
        chen.browser().patch("/api/me/works/" + work, "{\"title\": \"露营\"}");
        assertThat(waits(work)).isFalse();
        premiere.decide(operator, work.value(), "{\"approve\": true}");
        understand(work);
        assertThat(digest(work).keywords()).containsExactly("露营");
    }

    @Test
    void whoRecommendsAsksMemoryAndLikeWorksAreAlike() {
        var chen = premiere.player(port, "chen");
        var pork = premiere.submitted(chen, "家常红烧肉的做法，肥而不腻", "");
        var ribs = premiere.submitted(chen, "糖醋排骨怎么做好吃", "");
        var car = premiere.submitted(chen, "新能源车试驾续航", "");
        List.of(pork, ribs, car).forEach(this::understand);
        understandings.refresh();
        var known = understandings.of(List.of(pork, ribs, car, new WorkId(1)));
        assertThat(known).containsOnlyKeys(pork, ribs, car);
        var dish = Objects.requireNonNull(known.get(pork));
        assertThat(dish.likeness(Objects.requireNonNull(known.get(ribs))))
                .isGreaterThan(dish.likeness(Objects.requireNonNull(known.get(car))));
        assertThat(dish.dimensions()).isEqualTo(512);
        assertThat(dish.topics()).containsExactly("food");
        var copy = new float[514];
        dish.copyMeaning(copy, 1);
        assertThat(copy[0]).isZero();
        assertThat(copy[513]).isZero();
        assertThat(copy[1]).isNotZero();
    }

    @Test
    void onlyTheNewestWorksAreRemembered() {
        var chen = premiere.player(port, "chen");
        var works = List.of(
                premiere.submitted(chen, "火锅一", ""),
                premiere.submitted(chen, "火锅二", ""),
                premiere.submitted(chen, "火锅三", ""));
        works.subList(0, 2).forEach(this::understand);
        var small = new Understandings(store, new UnderstandingSettings(0, 2));
        small.refresh();
        assertThat(small.of(works)).containsOnlyKeys(works.get(0), works.get(1));
        understand(works.get(2));
        small.refresh();
        assertThat(small.of(works)).containsOnlyKeys(works.get(1), works.get(2));
    }

    @Test
    void aCreatorTakesAKeywordAwayForGoodAndCanGiveItBack() {
        var chen = premiere.player(port, "chen");
        var work = premiere.submitted(chen, "露营火锅", "");
        understand(work);
        var place = "/api/me/works/" + work + "/keywords/";
        var after = chen.browser().delete(place + "火锅", "");
        assertThat(after.status()).as(after.body()).isEqualTo(200);
        assertThat(words(after.json().path("keywords"))).containsExactly("露营");
        assertThat(words(after.json().path("removed"))).containsExactly("火锅");
        assertThat(chen.browser().delete(place + "滑雪", "").status()).isEqualTo(404);
        assertThat(premiere.player(port, "anna")
                        .browser()
                        .delete(place + "露营", "")
                        .status())
                .isEqualTo(404);

        comprehension.ask(work);
        understand(work);
        assertThat(digest(work).keywords()).containsExactly("露营");
        understandings.refresh();
        assertThat(Objects.requireNonNull(understandings.of(List.of(work)).get(work))
                        .keywords())
                .containsExactly("露营");

        var back = chen.browser().put(place + "火锅", "");
        assertThat(words(back.json().path("keywords"))).containsExactlyInAnyOrder("露营", "火锅");
        assertThat(words(back.json().path("removed"))).isEmpty();
    }

    @Test
    void nothingIsLeftOfWhatEnded() {
        var chen = premiere.player(port, "chen");
        var ended = premiere.submitted(chen, "秘密火锅", "");
        var erased = premiere.submitted(chen, "秘密露营", "");
        understand(ended);
        understand(erased);
        understandings.refresh();
        chen.browser().delete("/api/me/works/" + ended, "");
        assertThat(store.digests(List.of(ended))).isEmpty();
        chen.browser().delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD));
        understandings.refresh();
        assertThat(understandings.of(List.of(ended, erased))).isEmpty();
        comprehension.ask(erased);
        understand(erased);
        assertThat(store.digests(List.of(ended, erased))).isEmpty();
        assertThat(jdbc.sql("""
                        select count(*)
                          from content.understanding
                         where work in (:works)
                           and (meaning is not null or keywords <> '{}' or figures <> '{}')
                        """)
                        .param("works", List.of(ended.value(), erased.value()))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void importedWorksWaitForThoseThatSomebodyWaitsFor() {
        var chen = premiere.player(port, "chen");
        var imported = premiere.submitted(chen, "一", "");
        var asked = premiere.submitted(chen, "二", "");
        jobs.remove(List.of(imported, asked));
        comprehension.askLater(List.of(imported));
        comprehension.ask(asked);
        assertThat(turn(asked)).isBefore(turn(imported));
        comprehension.ask(imported);
        assertThat(turn(imported)).isBefore(clock.instant().plus(Duration.ofMinutes(1)));
    }

    @Test
    void whatAnotherRecipeMadeIsMadeAnew() {
        var work = premiere.submitted(premiere.player(port, "chen"), "火锅", "");
        understand(work);
        assertThat(waits(work)).isFalse();
        jobs.addOutdated(Reader.recipe(), clock.instant(), 10_000);
        assertThat(waits(work)).isFalse();
        jobs.addOutdated("another", clock.instant(), 10_000);
        assertThat(waits(work)).isTrue();
    }

    @Test
    void theHealthOfTheProductSaysWhichPartsThereAre() {
        understand(premiere.submitted(premiere.player(port, "chen"), "火锅", ""));
        var health = new Browser(port).get("/actuator/health").json();
        var details = health.path("components").path("understanding").path("details");
        assertThat(details.path("meanings").asString()).isEqualTo("ready");
        assertThat(details.path("chineseWords").asString()).isEqualTo("ready");
    }

    private void understand(WorkId work) {
        first(work);
        assertThat(desk.workOnce()).isTrue();
        assertThat(waits(work)).isFalse();
    }

    private void first(WorkId work) {
        jdbc.sql("update content.understanding_job set turn = '2000-01-01' where work = :work")
                .param("work", work.value())
                .update();
    }

    private boolean waits(WorkId work) {
        return jdbc.sql("select count(*) from content.understanding_job where work = :work")
                        .param("work", work.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private long lease(WorkId work) {
        return jdbc.sql("select lease from content.understanding_job where work = :work")
                .param("work", work.value())
                .query((row, number) -> row.getLong("lease"))
                .single();
    }

    private Instant turn(WorkId work) {
        return jdbc.sql("select turn from content.understanding_job where work = :work")
                .param("work", work.value())
                .query((row, number) -> row.getTimestamp("turn").toInstant())
                .single();
    }

    private Digest digest(WorkId work) {
        return Objects.requireNonNull(store.digests(List.of(work)).get(work));
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
