package org.kanmai.app.river.leases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.web.Refusal;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@KanmaiTest
class LeaseTests {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final LeaseStore leases;
    private final NodeStore nodes;
    private final JdbcClient jdbc;
    private final ConfigurableApplicationContext application;
    private final String name = "lease" + System.nanoTime();

    LeaseTests(LeaseStore leases, NodeStore nodes, JdbcClient jdbc, ConfigurableApplicationContext application) {
        this.leases = leases;
        this.nodes = nodes;
        this.jdbc = jdbc;
        this.application = application;
    }

    @Test
    void aLeaseIsHeldByOneAndItsTokenGrowsWithEachHolder() {
        var anna = leases.take(name, "anna", LONG).orElseThrow();
        assertThat(leases.take(name, "bo", LONG)).isEmpty();
        assertThat(leases.take(name, "anna", LONG))
                .as("not even twice by the same")
                .isEmpty();
        leases.release(anna, "anna");
        var bo = leases.take(name, "bo", LONG).orElseThrow();
        assertThat(bo.token()).isGreaterThan(anna.token());
    }

    @Test
    void aFormerHolderNeitherRenewsNorReleases() {
        var anna = leases.take(name, "anna", LONG).orElseThrow();
        runOut();
        var bo = leases.take(name, "bo", LONG).orElseThrow();
        assertThat(leases.renew(anna, "anna", LONG)).isFalse();
        leases.release(anna, "anna");
        assertThat(leases.renew(bo, "bo", LONG)).isTrue();
        assertThat(leases.take(name, "chen", LONG)).isEmpty();
    }

    @Test
    void whoHoldsALeaseKeepsItsToken() {
        var process = new Leases(leases);
        var first = process.hold(name, Optional.empty(), LONG);
        assertThat(process.hold(name, first, LONG)).isEqualTo(first);
        assertThat(new Leases(leases).hold(name, Optional.empty(), LONG)).isEmpty();
        runOut();
        var other = new Leases(leases).hold(name, Optional.empty(), LONG);
        assertThat(process.hold(name, first, LONG)).as("the other holds it now").isEmpty();
        assertThat(other.orElseThrow().token()).isEqualTo(first.orElseThrow().token() + 1);
    }

    @Test
    void processesThatStartTogetherGetNumbersOfTheirOwn() {
        var numbers = IntStream.range(0, 12)
                .mapToObj(process -> CompletableFuture.supplyAsync(() -> node("node" + process)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        try {
            assertThat(new HashSet<>(numbers)).hasSize(12);
            assertThat(numbers).allMatch(number -> number >= 0 && number < 1024);
        } finally {
            numbers.forEach(this::free);
        }
    }

    @Test
    void aNumberThatIsNotRenewedGoesToAnotherAndIsLost() {
        int number = node("anna");
        assertThat(nodes.renew(number, "anna")).isTrue();
        jdbc.sql("update river.node set until = clock_timestamp() - interval '1 second' where number = :number")
                .param("number", number)
                .update();
        int taken = node("bo");
        try {
            assertThat(taken).isEqualTo(number);
            assertThat(nodes.renew(number, "anna")).isFalse();
            assertThat(nodes.renew(number, "bo")).isTrue();
        } finally {
            free(number);
        }
    }

    @Test
    void whoCouldNotRenewItsNumberHasNoneUntilItHas() {
        var nanos = new AtomicLong();
        var lease = new NodeLease(nodes, application, nanos::get);
        int number = lease.number();
        try {
            nanos.addAndGet(Duration.ofSeconds(50).toNanos());
            assertThat(lease.number()).isEqualTo(number);
            nanos.incrementAndGet();
            assertThatThrownBy(lease::number).isInstanceOf(Refusal.class).hasMessageContaining("send it again");
            lease.renew();
            assertThat(lease.number()).isEqualTo(number);
        } finally {
            free(number);
        }
    }

    /** Stands for an error of the machine, such as memory that is used up. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** The first reading dies in the middle, the second is interrupted, the third goes on. */
    @Test
    void aThreadThatIsKilledOrInterruptedAtItsWorkBeginsAnew() throws InterruptedException {
        var begun = new AtomicInteger();
        var goesOn = new CountDownLatch(1);
        var thread = new LeasedThread(
                name,
                LONG,
                new Leases(leases),
                () -> new LeasedThread.Reading() {
                    private final int number = begun.incrementAndGet();

                    @Override
                    public void begin() {}

                    @Override
                    public void step() throws Exception {
                        if (number == 1) {
                            throw new Killed();
                        }
                        if (number == 2) {
                            Thread.currentThread().interrupt();
                            throw new InterruptedException();
                        }
                        goesOn.countDown();
                    }

                    @Override
                    public void wake() {}

                    @Override
                    public void close() {}
                },
                Duration.ofMillis(5));
        thread.start();
        try {
            assertThat(goesOn.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(thread.isRunning()).isTrue();
        } finally {
            thread.stop();
        }
    }

    private int node(String holder) {
        var taken = nodes.take(holder);
        for (int tries = 0; taken.isEmpty() && tries < 50; tries++) {
            taken = nodes.take(holder);
        }
        return taken.orElseThrow();
    }

    private void free(int number) {
        jdbc.sql("delete from river.node where number = :number")
                .param("number", number)
                .update();
    }

    private void runOut() {
        jdbc.sql("update river.lease set until = clock_timestamp() - interval '1 second' where name = :name")
                .param("name", name)
                .update();
    }
}
