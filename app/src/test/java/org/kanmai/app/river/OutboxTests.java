package org.kanmai.app.river;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Origin;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.PseudonymRetired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@KanmaiTest
class OutboxTests {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final OutboxStore outbox;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Logged logged;
    private final Wire wire;
    private final Ids ids;
    private final Clock clock;
    private final Pseudonym pseudonym;

    OutboxTests(
            OutboxStore outbox,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            Logged logged,
            Wire wire,
            Ids ids,
            Clock clock) {
        this.outbox = outbox;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.logged = logged;
        this.wire = wire;
        this.ids = ids;
        this.clock = clock;
        this.pseudonym = new Pseudonym(ids.next());
    }

    @Test
    void aFactOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> events.publishEvent(fact())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFactOfATransactionThatFailedIsNotTold() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(fact());
            status.setRollbackOnly();
        });
        var told = told();
        await().atMost(PATIENCE).until(() -> !facts().isEmpty());
        assertThat(facts()).containsExactly(told);
    }

    @Test
    void whatATransactionTellsIsWrittenAtOnceWhenItCommitsAndStaysInOrder() {
        var facts = List.of(fact(), fact(), fact());
        transaction.executeWithoutResult(status -> {
            facts.forEach(events::publishEvent);
            assertThat(written()).as("before the commit").isZero();
        });
        await().atMost(PATIENCE).until(() -> facts().size() == 3);
        assertThat(facts()).containsExactlyElementsOf(facts);
    }

    @Test
    void aTransactionInsideAnotherTellsItsOwn() {
        var outer = fact();
        var inner = fact();
        var own = new TransactionTemplate(
                Objects.requireNonNull(transaction.getTransactionManager()),
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        transaction.executeWithoutResult(status -> {
            events.publishEvent(outer);
            own.executeWithoutResult(alone -> events.publishEvent(inner));
            await().atMost(PATIENCE).until(() -> facts().size() == 1);
            assertThat(facts()).containsExactly(inner);
        });
        await().atMost(PATIENCE).until(() -> facts().size() == 2);
        assertThat(facts()).containsExactly(inner, outer);
    }

    @Test
    void noFactPassesOneOfAnEarlierTransactionThatIsStillOpen() {
        var late = fact();
        var early = Objects.requireNonNull(transaction.execute(status -> {
            outbox.add(List.of(late));
            var passed = CompletableFuture.supplyAsync(this::told).join();
            assertThat(waiting()).as("committed, and held back").containsExactly(passed);
            assertThat(relayed()).as("what may go").isEmpty();
            return passed;
        }));
        await().atMost(PATIENCE).until(() -> facts().size() == 2);
        assertThat(facts()).containsExactly(late, early);
    }

    @Test
    void aFailureOnTheWayRepeatsFactsAndLosesNone() {
        long lease = lease();
        wire.fault(pseudonym, Wire.Fault.UNHEARD);
        var first = told();
        await().atMost(PATIENCE).until(() -> facts().size() >= 2);
        assertThat(waiting()).as("not removed before it is acknowledged").containsExactly(first);
        wire.mend(pseudonym);
        var second = told();
        await().atMost(PATIENCE).until(() -> waiting().isEmpty());
        assertThat(facts()).containsOnly(first, second).endsWith(second).startsWith(first, first);
        assertThat(lease()).as("a failure costs nobody the lease").isEqualTo(lease);
    }

    @Test
    void aFormerHolderOfTheLeaseRemovesNothing() {
        transaction.executeWithoutResult(status -> {
            outbox.add(List.of(fact()));
            long position = jdbc.sql("select position from river.outbox where key = :key")
                    .param("key", pseudonym.value())
                    .query(Long.class)
                    .single();
            long token = lease();
            assertThat(outbox.remove(List.of(position), token - 1)).isZero();
            assertThat(outbox.remove(List.of(position), token + 1)).isZero();
            assertThat(outbox.remove(List.of(position), token)).isEqualTo(1);
            status.setRollbackOnly();
        });
    }

    private long written() {
        return jdbc.sql("select count(*) from river.outbox where key = :key")
                .param("key", pseudonym.value())
                .query(Long.class)
                .single();
    }

    private long lease() {
        return jdbc.sql("select token from river.lease where name = 'relay'")
                .query(Long.class)
                .single();
    }

    private Fact told() {
        var fact = fact();
        transaction.executeWithoutResult(status -> events.publishEvent(fact));
        return fact;
    }

    private Fact fact() {
        var now = java.time.Instant.ofEpochMilli(clock.millis());
        return new PseudonymRetired(ids.next(), now, Origin.LIVE, pseudonym);
    }

    private List<Fact> facts() {
        return logged.facts(pseudonym, Fact.class);
    }

    /** Returns the committed facts of this test that are in the outbox, seen from another connection. */
    private List<Fact> waiting() {
        return CompletableFuture.supplyAsync(() -> jdbc
                        .sql("select body from river.outbox where key = :key order by position")
                        .param("key", pseudonym.value())
                        .query((row, number) -> Binary.of(row.getBytes("body")))
                        .list()
                        .stream()
                        .<Fact>map(body ->
                                org.kanmai.facts.FactCodec.read(body.bytes()).orElseThrow())
                        .toList())
                .join();
    }

    /** Returns those that the relay may bring now, seen from another connection. */
    private List<OutboxStore.Row> relayed() {
        return CompletableFuture.supplyAsync(() -> outbox.oldest(10_000)).join().stream()
                .filter(row -> java.nio.ByteBuffer.wrap(row.record().key()).getLong() == pseudonym.value())
                .toList();
    }
}
