package org.kanmai.app.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Told;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.PageId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.Surface;
import org.kanmai.facts.Terms;
import org.kanmai.facts.WorkId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@KanmaiTest
class ReactionTests {
    private static final Trace NO_TRACE = new Trace(null);

    private final Premiere premiere;
    private final Reacting reacting;
    private final Tallies tallies;
    private final Told told;
    private final JdbcClient jdbc;
    private final int port;

    ReactionTests(
            Premiere premiere,
            Reacting reacting,
            Tallies tallies,
            Told told,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.premiere = premiere;
        this.reacting = reacting;
        this.tallies = tallies;
        this.told = told;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    void countsAreExactWhenFiftyThreadsLikeAndUnlike() throws Exception {
        var work = premiere.published(premiere.player(port, "chen"), premiere.operator(port), "茶", "");
        try (var pool = Executors.newFixedThreadPool(50)) {
            var running = new ArrayList<Future<?>>();
            for (int thread = 0; thread < 50; thread++) {
                var viewer = viewer(100_000 + thread % 10, 1);
                int turn = thread;
                running.add(pool.submit(() -> toggle(viewer, work, turn)));
            }
            for (var one : running) {
                one.get();
            }
        }
        long rows = jdbc.sql("select count(*) from conversation.reaction where work = :work and kind = 'like'")
                .param("work", work.value())
                .query(Long.class)
                .single();
        assertThat(likes(work)).isEqualTo(rows);
        for (int person = 0; person < 10; person++) {
            reacting.give(viewer(100_000 + person, 1), NO_TRACE, work, ReactionKind.LIKE);
        }
        assertThat(likes(work)).isEqualTo(10);
        var facts = told.of(Engaged.class).stream()
                .filter(fact -> fact.subject().id() == work.value())
                .toList();
        long liked = facts.stream()
                .filter(fact -> fact.engagement() == Engagement.LIKED)
                .count();
        long unliked = facts.stream()
                .filter(fact -> fact.engagement() == Engagement.UNLIKED)
                .count();
        assertThat(liked - unliked).as("the facts agree with the count").isEqualTo(10);
    }

    @Test
    void aReactionCountsOnceAndShowsInTheLists() {
        var work = premiere.published(premiere.player(port, "chen"), premiere.operator(port), "茶", "");
        var anna = premiere.player(port, "anna");
        anna.browser().put("/api/works/" + work + "/like", "");
        var liked = anna.browser().put("/api/works/" + work + "/like", "").json();
        anna.browser().put("/api/works/" + work + "/favourite", "");
        assertThat(liked.path("counts").path("likes").asInt()).isEqualTo(1);
        assertThat(liked.path("mine").path("liked").asBoolean()).isTrue();
        assertThat(Premiere.ids(anna.browser().get("/api/me/likes").json())).containsExactly(work.toString());
        assertThat(Premiere.ids(anna.browser().get("/api/me/favourites").json()))
                .containsExactly(work.toString());
        assertThat(anna.browser()
                        .put("/api/works/" + work + "/not-interested", "")
                        .status())
                .isEqualTo(204);
        assertThat(anna.browser()
                        .delete("/api/works/" + work + "/not-interested", "")
                        .status())
                .isEqualTo(204);
        assertThat(anna.browser()
                        .delete("/api/works/" + work + "/like", "")
                        .json()
                        .path("counts")
                        .path("likes")
                        .asInt())
                .isZero();
        assertThat(new Browser(port).put("/api/works/" + work + "/like", "").status())
                .isEqualTo(401);
    }

    @Test
    void aFactCarriesTheExposureThatLedToIt() {
        var chen = premiere.player(port, "chen");
        var work = premiere.published(chen, premiere.operator(port), "茶", "");
        var other = premiere.published(chen, premiere.operator(port), "茶", "");
        var viewer = viewer(200_000, 2);
        var trace = new Trace(terms(viewer, work));
        reacting.give(viewer, trace, work, ReactionKind.LIKE);
        reacting.give(viewer, trace, other, ReactionKind.LIKE);
        assertThat(fact(work).exposure()).isEqualTo(new ExposureId(9));
        assertThat(fact(work).source()).isEqualTo(Source.INTEREST);
        assertThat(fact(work).creator()).isEqualTo(chen.id());
        assertThat(fact(other).exposure()).as("a trace of another work").isNull();
        assertThat(fact(other).source()).isEqualTo(Source.DIRECT);
    }

    @Test
    void anErasedPersonsReactionsNoLongerCount() {
        var work = premiere.published(premiere.player(port, "chen"), premiere.operator(port), "茶", "");
        var anna = premiere.player(port, "anna");
        premiere.player(port, "bo").browser().put("/api/works/" + work + "/like", "");
        anna.browser().put("/api/works/" + work + "/like", "");
        assertThat(likes(work)).isEqualTo(2);
        anna.browser().delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD));
        assertThat(likes(work)).isEqualTo(1);
    }

    private void toggle(Viewer viewer, WorkId work, int turn) {
        for (int round = 0; round < 10; round++) {
            if ((turn + round) % 2 == 0) {
                reacting.give(viewer, NO_TRACE, work, ReactionKind.LIKE);
            } else {
                reacting.take(viewer, NO_TRACE, work, ReactionKind.LIKE);
            }
        }
    }

    private long likes(WorkId work) {
        return Objects.requireNonNull(tallies.counts(Set.of(work)).get(work)).likes();
    }

    private Engaged fact(WorkId work) {
        return told.of(Engaged.class).stream()
                .filter(fact -> fact.subject().equals(Subject.work(work)))
                .findFirst()
                .orElseThrow();
    }

    private static Viewer viewer(long person, long pseudonym) {
        return new Viewer(new PersonId(person), Set.of(Role.VIEWER), new Pseudonym(pseudonym), true);
    }

    private static Terms terms(Viewer viewer, WorkId work) {
        return new Terms(
                new ExposureId(9),
                new PageId(8),
                1,
                viewer.pseudonym(),
                Subject.work(work),
                Surface.FOR_YOU,
                0,
                Source.INTEREST,
                SlotKind.RANKED,
                1,
                1,
                0);
    }
}
