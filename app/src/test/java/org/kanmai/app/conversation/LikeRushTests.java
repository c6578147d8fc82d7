package org.kanmai.app.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.WorkId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@KanmaiTest
class LikeRushTests {
    private static final Trace NO_TRACE = new Trace(null);
    private static final int PEOPLE = 200;

    private final Premiere premiere;
    private final Reacting reacting;
    private final Tallies tallies;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final int port;

    LikeRushTests(
            Premiere premiere,
            Reacting reacting,
            Tallies tallies,
            PlatformTransactionManager transactions,
            Ids ids,
            @LocalServerPort int port) {
        this.premiere = premiere;
        this.reacting = reacting;
        this.tallies = tallies;
        this.transaction = new TransactionTemplate(transactions);
        this.ids = ids;
        this.port = port;
    }

    @Test
    void aLikeDoesNotWaitForOneThatIsNotCommitted() {
        var work = published();
        transaction.executeWithoutResult(status -> {
            like(new PersonId(17), work);
            CompletableFuture.runAsync(() -> like(new PersonId(18), work))
                    .orTimeout(10, TimeUnit.SECONDS)
                    .join();
        });
        assertThat(likes(work)).isEqualTo(2);
    }

    @Test
    void twoHundredLikesAtOnceAreCountedAndKeepNobodyElseWaiting() throws Exception {
        var work = published();
        long began = System.nanoTime();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var liking = new ArrayList<Future<?>>();
            for (int person = 0; person < PEOPLE; person++) {
                liking.add(people.submit(() -> like(new PersonId(ids.next()), work)));
            }
            assertThat(new Browser(port).get("/api/works/" + work).status()).isEqualTo(200);
            for (var one : liking) {
                one.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
        assertThat(likes(work)).isEqualTo(PEOPLE);
    }

    private WorkId published() {
        return premiere.published(premiere.player(port, "chen"), premiere.operator(port), "茶", "");
    }

    private void like(PersonId person, WorkId work) {
        var viewer = new Viewer(person, Set.of(), new Pseudonym(person.value()), true);
        reacting.give(viewer, NO_TRACE, work, ReactionKind.LIKE);
    }

    private long likes(WorkId work) {
        return Objects.requireNonNull(tallies.counts(Set.of(work)).get(work)).likes();
    }
}
