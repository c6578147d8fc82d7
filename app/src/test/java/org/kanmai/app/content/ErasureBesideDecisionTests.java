package org.kanmai.app.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.identity.Browser;
import org.kanmai.facts.Subject;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@KanmaiTest
@Tag("GV-07")
class ErasureBesideDecisionTests {
    private final Premiere premiere;
    private final Governance governance;
    private final WorkStore works;
    private final Stumble stumble;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final int port;

    ErasureBesideDecisionTests(
            Premiere premiere,
            Governance governance,
            WorkStore works,
            Stumble stumble,
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.premiere = premiere;
        this.governance = governance;
        this.works = works;
        this.stumble = stumble;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.port = port;
    }

    /** A decision holds the subject first and takes its work after it; an erasure must come in the same order. */
    @Test
    void anErasureWaitsForADecisionAndNeitherStandsInTheOthersWay() throws Exception {
        var chen = premiere.player(port, "chen");
        var work = premiere.submitted(chen, "茶", "");
        var erasing = Objects.requireNonNull(transaction.execute(status -> {
            governance.hold(Subject.work(work));
            var erasure = CompletableFuture.supplyAsync(() -> erase(chen));
            await().atMost(Duration.ofSeconds(20)).until(this::somebodyWaits);
            works.lock(work);
            return erasure;
        }));
        assertThat(erasing.get(20, TimeUnit.SECONDS)).isEqualTo(204);
    }

    /** Whom PostgreSQL turns away to end a deadlock is not asked to do it again by hand. */
    @Test
    void anErasureThatWasTurnedAwayGoesAgain() {
        var anna = premiere.player(port, "anna");
        stumble.once(anna.id());
        assertThat(erase(anna)).isEqualTo(204);
    }

    private boolean somebodyWaits() {
        return CompletableFuture.supplyAsync(
                        () -> jdbc.sql("""
                select exists (select from pg_stat_activity where wait_event_type = 'Lock')
                """).query(Boolean.class).single())
                .join();
    }

    private static int erase(Player player) {
        return player.browser()
                .delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD))
                .status();
    }
}
