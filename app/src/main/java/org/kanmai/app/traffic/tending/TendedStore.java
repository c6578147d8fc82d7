package org.kanmai.app.traffic.tending;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.PoolOpened;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what time does to open pools: how far they are, what was asked about them, what was missing. */
@Repository
class TendedStore {
    private final JdbcClient jdbc;

    TendedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A pool that nobody else changes until the transaction ends. */
    record Locked(PoolOpened opened, int delivered, boolean open) {}

    Optional<Locked> lock(long opening) {
        return jdbc.sql("""
                select opened, delivered, state = 'open' as open
                  from traffic.pool
                 where opening = :opening
                   for update
                """)
                .param("opening", opening)
                .query((row, number) -> new Locked(
                        (PoolOpened) FactCodec.read(row.getBytes("opened")).orElseThrow(),
                        row.getInt("delivered"),
                        row.getBoolean("open")))
                .optional();
    }

    /**
     * What time asks of an open pool.
     *
     * @param matures after its last unit came, all of them are final
     * @param late whether its deadline was noted
     */
    record Tended(
            long opening,
            WorkId work,
            int quota,
            Instant deadline,
            int units,
            Instant matures,
            @Nullable Long asked,
            boolean late) {}

    /** Returns the open pools whose time has begun, after one, the oldest first. */
    List<Tended> tended(long after, Instant now, int limit) {
        return jdbc.sql("""
                select opening, work, quota, deadline, units, moved_at, matures, asked, shortfall is not null as late
                  from traffic.pool
                 where state = 'open'
                   and opening > :after
                   and tended_at <= :now
                 order by opening
                 limit :limit
                """)
                .param("after", after)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> new Tended(
                        row.getLong("opening"),
                        new WorkId(row.getLong("work")),
                        row.getInt("quota"),
                        row.getTimestamp("deadline").toInstant(),
                        row.getInt("units"),
                        row.getTimestamp("moved_at").toInstant().plusMillis(row.getInt("matures")),
                        row.getObject("asked", Long.class),
                        row.getBoolean("late")))
                .list();
    }

    void ask(long opening, long due) {
        jdbc.sql("update traffic.pool set asked = :due where opening = :opening")
                .param("due", due)
                .param("opening", opening)
                .update();
    }

    void shortfall(long opening, int missing) {
        jdbc.sql("update traffic.pool set shortfall = :missing where opening = :opening and shortfall is null")
                .param("missing", missing)
                .param("opening", opening)
                .update();
    }

    /** Takes in how far judges have come, and with it what was given without a node's knowledge. */
    void count(Map<Long, Integer> units, Instant now) {
        jdbc.sql("""
                update traffic.pool
                   set units = counted.units,
                       granted = greatest(granted, least(counted.units, quota + quota / 50)),
                       moved_at = case when counted.units > pool.units then :now else moved_at end
                  from unnest(:openings::bigint[], :units::int[]) as counted (opening, units)
                 where pool.opening = counted.opening
                   and pool.units <> counted.units
                   and state = 'open'
                """)
                .param("openings", units.keySet().toArray(Long[]::new))
                .param("units", units.values().toArray(Integer[]::new))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Gives again what was given and reached nobody, where no node holds anything and nothing moved for a while. */
    void giveAgain(Instant movedBefore) {
        jdbc.sql("""
                update traffic.pool
                   set granted = units,
                       beyond = 0
                 where state = 'open'
                   and granted > units
                   and units < quota
                   and moved_at < :before
                   and not exists (select 1 from traffic.lease where lease.opening = pool.opening and slots > 0)
                """).param("before", Timestamp.from(movedBefore)).update();
    }
}
