package org.kanmai.app.traffic.slots;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.traffic.Ladders;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node amid a hundred thousand open pools, in a time that is not the application's own. */
@KanmaiTest
@Tag("deep")
@Tag("TD-03")
class ManyPoolsTests {
    private static final Instant LATER = Instant.parse("2043-01-01T00:00:00Z");
    private static final int NODE = 907;
    private static final int POOLS = 100_000;

    private final SlotStore store;
    private final Slots slots;
    private final Ladders ladders;
    private final Ids ids;
    private final JdbcClient jdbc;

    ManyPoolsTests(SlotStore store, SlotSettings settings, Ladders ladders, Ids ids, JdbcClient jdbc) {
        this.store = store;
        this.slots = new Slots(settings);
        this.ladders = ladders;
        this.ids = ids;
        this.jdbc = jdbc;
    }

    @AfterEach
    void onlyTheOthersStay() {
        jdbc.sql("delete from traffic.pool where tended_at = :later")
                .param("later", Timestamp.from(LATER))
                .update();
    }

    @Test
    void aNodeHoldsPositionsOfFewAndIsQuick() {
        open();
        var first = took(() -> keep(LATER, 0));
        var again = took(() -> keep(LATER.plusSeconds(1), Ids.smallest(LATER)));
        var missed = took(() -> {
            slots.offers(500);
            everybodyIsMissed();
            keep(LATER.plusSeconds(2), Ids.smallest(LATER));
        });
        var renewed = took(() -> store.renew(NODE, LATER.plusSeconds(3)));
        var unused = took(() -> keep(LATER.plusSeconds(130), Ids.smallest(LATER)));
        System.out.println(
                "%,d open pools: all read and leased %s, a round later %s, with misses %s, renewed %s, unused back %s, %,d leases"
                        .formatted(POOLS, first, again, missed, renewed, unused, leases()));
        assertThat(leases()).isLessThan(5_000);
        assertThat(again).isLessThan(Duration.ofSeconds(2));
    }

    private void open() {
        var work = ladders.published(new PersonId(ids.next()), LATER);
        jdbc.sql("""
                insert into traffic.pool
                       (opening, work, creator, pool, quota, policy, cohort, opened_at, tended_at, deadline, matures, opened, state,
                       moved_at, hot)
                select opening + i, work + i, creator, pool, quota, policy, cohort, opened_at, tended_at, deadline, matures, opened, state,
                       moved_at, hot
                  from traffic.pool, generate_series(1, :pools) made (i)
                 where work = :work
                """).param("pools", POOLS - 1).param("work", work.value()).update();
    }

    private void keep(Instant now, long after) {
        var changes = slots.changes(now);
        if (!changes.isEmpty()) {
            store.report(NODE, changes, now);
        }
        var open = store.open(after, now, POOLS * 2);
        if (after == 0) {
            slots.know(open, now);
        } else {
            slots.learn(open, now);
        }
        var wanted = slots.wanted(now);
        if (!wanted.isEmpty()) {
            slots.granted(store.grant(NODE, wanted, now), now);
        }
        slots.weigh(now);
    }

    private void everybodyIsMissed() {
        for (var pool : store.open(0, LATER, POOLS * 2)) {
            slots.isWaiting(pool.work());
        }
    }

    private int leases() {
        return jdbc.sql("select count(*) from traffic.lease where node = :node and slots > 0")
                .param("node", NODE)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    private static Duration took(Runnable what) {
        long begin = System.nanoTime();
        what.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
