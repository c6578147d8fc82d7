package org.kanmai.app.trade.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.trade.checkout.Crowd.OnSale;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.PersonId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** A flash sale under a rush: every unit is sold once, to as many as there are units, whatever dies in between. */
@KanmaiTest
@Tag("LC-03")
class FlashRushTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Crowd crowd;
    private final Rushes rushes;
    private final Placing placing;
    private final JdbcClient jdbc;
    private final int port;

    FlashRushTests(Crowd crowd, Rushes rushes, Placing placing, JdbcClient jdbc, @LocalServerPort int port) {
        this.crowd = crowd;
        this.rushes = rushes;
        this.placing = placing;
        this.jdbc = jdbc;
        this.port = port;
    }

    private interface Ordering {
        void order(Placing.Wanted wish);
    }

    @Test
    void twoHundredBuyersOfTwentyUnitsPlaceExactlyTwentyOrders() throws Exception {
        rush(200, 20, rushes::place);
    }

    /** Without Redis everybody is let in: this is what the database alone does. */
    @Test
    void theDatabaseAloneSellsExactlyTwentyToTwoHundred() throws Exception {
        rush(200, 20, placing::place);
    }

    @Test
    void aHundredBuyersInARoomOfItsTenUnitsPlaceExactlyTenOrders() throws Exception {
        rush(crowd.inRoom(port, 10), 100, 10, rushes::place);
    }

    @Test
    void connectionsThatAreCutInTheMiddleLoseNoUnit() throws Exception {
        dying(200, 20, rushes::place);
    }

    @Test
    @Tag("deep")
    void tenThousandBuyersInARoomOfItsHundredUnitsPlaceExactlyAHundredOrders() throws Exception {
        rush(crowd.inRoom(port, 100), 10_000, 100, rushes::place);
    }

    @Test
    @Tag("deep")
    void tenThousandBuyersOfAHundredUnitsPlaceExactlyAHundredOrdersWhateverDies() throws Exception {
        dying(10_000, 100, rushes::place);
        dying(10_000, 100, placing::place);
    }

    /** All come from two pools of threads at once, and come again until they have one or none is left. */
    private void rush(int buyers, int units, Ordering ordering) throws Exception {
        rush(crowd.sale(port, units, 1), buyers, units, ordering);
    }

    private void rush(OnSale sale, int buyers, int units, Ordering ordering) throws Exception {
        var got = new AtomicInteger();
        var coming = new ArrayList<Future<?>>();
        try (var one = Executors.newFixedThreadPool(10);
                var other = Executors.newFixedThreadPool(10)) {
            int number = 0;
            for (var person : crowd.people(buyers)) {
                var wish = crowd.wish(person, sale, 1);
                coming.add((number++ % 2 == 0 ? one : other).submit(() -> come(wish, sale, ordering, got)));
            }
        }
        for (var each : coming) {
            each.get();
        }
        assertThat(got).hasValue(units);
        allIsSold(sale, units);
    }

    private void come(Placing.Wanted wish, OnSale sale, Ordering ordering, AtomicInteger got) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    if (placed(wish, ordering)) {
                        got.incrementAndGet();
                        return true;
                    }
                    return crowd.left(sale) == 0;
                });
    }

    /** Who is told to wait, that nothing is left, or nothing at all because the connection was cut, has none. */
    private static boolean placed(Placing.Wanted wish, Ordering ordering) {
        try {
            ordering.order(wish);
            return true;
        } catch (Refusal | DataAccessException | TransactionException without) {
            return false;
        }
    }

    private void allIsSold(OnSale sale, int units) {
        assertThat(crowd.ordered(sale)).isEqualTo(units);
        assertThat(crowd.claimed(sale)).isEqualTo(units);
        assertThat(crowd.left(sale)).isZero();
    }

    /** The same while connections that are at this stock are cut again and again; whose answer was lost may have an order. */
    private void dying(int buyers, int units, Ordering ordering) throws Exception {
        var sale = crowd.sale(port, units, 1);
        var wishes = crowd.people(buyers).stream()
                .map(person -> crowd.wish(person, sale, 1))
                .toList();
        var over = new AtomicBoolean();
        var cut = new AtomicInteger();
        var killer = Thread.ofPlatform().start(() -> {
            while (!over.get() && cut.get() < units) {
                cut.addAndGet(cutSome());
                LockSupport.parkNanos(1_000_000);
            }
        });
        try {
            everybody(wishes, ordering);
        } finally {
            over.set(true);
            killer.join();
        }
        assertThat(cut).as("connections cut").hasPositiveValue();
        await().atMost(PATIENCE).until(() -> {
            wishes.stream().limit(3L * units).forEach(wish -> placed(wish, ordering));
            return crowd.left(sale) == 0;
        });
        allIsSold(sale, units);
    }

    private static void everybody(List<Placing.Wanted> wishes, Ordering ordering)
            throws InterruptedException, ExecutionException {
        var coming = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(24)) {
            for (var wish : wishes) {
                coming.add(threads.submit(() -> placed(wish, ordering)));
            }
        }
        for (var each : coming) {
            each.get();
        }
    }

    private int cutSome() {
        return jdbc.sql("""
                select count(pg_terminate_backend(pid))
                  from (select pid
                          from pg_stat_activity
                         where pid <> pg_backend_pid()
                           and state <> 'idle'
                           and (query like '%catalog.claim%' or query like '%update catalog.stock%')
                         limit 1) victim
                """).query((row, number) -> row.getInt(1)).single();
    }

    @Test
    void aBuyerHasNoMoreThanOneMayHoweverManyPagesOneOpens() throws Exception {
        var sale = crowd.sale(port, 30, 2);
        var buyer = crowd.people(1).getFirst();
        var pages = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (int page = 0; page < 16; page++) {
                var wish = crowd.wish(buyer, sale, 1);
                pages.add(threads.submit(() -> placed(wish, placing::place)));
            }
        }
        int placed = 0;
        for (var page : pages) {
            placed += page.get() ? 1 : 0;
        }
        assertThat(placed).isEqualTo(2);
        assertThat(crowd.left(sale)).isEqualTo(28);
        assertThatThrownBy(() -> rushes.place(crowd.wish(buyer, sale, 1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("only so many");
        assertThat(crowd.claimed(sale)).isEqualTo(2);
    }

    @Test
    void aWishThatNoSingleBucketHoldsIsMetFromSeveral() {
        var sale = crowd.sale(port, 20, 20);
        rushes.place(crowd.wish(crowd.people(1).getFirst(), sale, 20));
        allIsSold(sale, 20);
    }

    @Test
    void whoHasOrderedIsAnsweredTheSameWhenAllIsGone() {
        var sale = crowd.sale(port, 2, 1);
        List<PersonId> people = crowd.people(12);
        var wishes = people.stream().map(person -> crowd.wish(person, sale, 1)).toList();
        var first = rushes.place(wishes.get(0)).orders().getFirst().id();
        rushes.place(wishes.get(1));
        await().atMost(PATIENCE)
                .until(() -> Crowd.refusal(() -> rushes.place(wishes.get(11)).orders())
                        .contains("before you"));
        assertThat(rushes.place(wishes.get(0)).orders().getFirst().id()).isEqualTo(first);
        jdbc.sql(
                        "update trade.orders set state = 'paid' where id in (select orders from trade.line where sale = :sale)")
                .param("sale", sale.sale())
                .update();
        await().atMost(PATIENCE)
                .until(() -> Crowd.refusal(() -> rushes.place(wishes.get(11)).orders())
                        .contains("fewer are left"));
        assertThat(rushes.place(wishes.get(0)).orders().getFirst().id()).isEqualTo(first);
    }
}
