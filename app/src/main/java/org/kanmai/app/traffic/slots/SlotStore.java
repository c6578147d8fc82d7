package org.kanmai.app.traffic.slots;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives positions to nodes, and takes back what they did not use; a rule of the database keeps that from being too many. */
@Repository
class SlotStore {
    private final JdbcClient jdbc;

    SlotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What happened to a node's positions since it last told.
     *
     * @param delivered came into sight
     * @param late of these after they were given back, or of another node
     * @param returned not used
     * @param held in hand and placed
     */
    record Change(long opening, int delivered, int late, int returned, int held) {}

    /** Returns the open pools whose time has begun, after one, the oldest first. */
    List<OpenPool> open(long after, Instant now, int limit) {
        return jdbc.sql("""
                select opening, work, pool, quota, granted, opened_at, deadline
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
                .query((row, number) -> new OpenPool(
                        row.getLong("opening"),
                        row.getLong("work"),
                        row.getInt("pool"),
                        row.getInt("quota"),
                        row.getInt("granted"),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getTimestamp("deadline").toInstant()))
                .list();
    }

    /** Gives a node as many positions of each pool as it wants, or what is left; a later pool whose time is over gives none. */
    Map<Long, Integer> grant(int node, Map<Long, Integer> wanted, Instant now) {
        var granted = new HashMap<Long, Integer>();
        jdbc.sql("""
                with given as (
                    update traffic.pool
                       set granted = granted + least(wanted.slots, quota - granted)
                      from unnest(:openings::bigint[], :slots::int[]) as wanted (opening, slots)
                     where pool.opening = wanted.opening
                       and state = 'open'
                       and granted < quota
                       and (pool = 1 or deadline > :now)
                    returning pool.opening, new.granted - old.granted as slots
                ), held as (
                    insert into traffic.lease (node, opening, slots, renewed_at)
                         select :node, opening, slots, :now from given
                    on conflict (node, opening) do update
                            set slots = lease.slots + excluded.slots,
                                renewed_at = excluded.renewed_at
                )
                select opening, slots from given
                """)
                .param("node", node)
                .param("openings", wanted.keySet().toArray(Long[]::new))
                .param("slots", wanted.values().toArray(Integer[]::new))
                .param("now", Timestamp.from(now))
                .query(row -> {
                    granted.put(row.getLong("opening"), row.getInt("slots"));
                });
        return granted;
    }

    /** Takes in what happened on a node. */
    void report(int node, List<Change> changes, Instant now) {
        jdbc.sql("""
                with change as (
                    select *
                      from unnest(:openings::bigint[], :delivered::int[], :late::int[], :returned::int[], :held::int[])
                        as change (opening, delivered, late, returned, held)
                ), held as (
                    insert into traffic.lease (node, opening, slots, renewed_at)
                         select :node, opening, held, :now
                           from change
                          where exists (select 1 from traffic.pool where pool.opening = change.opening)
                    on conflict (node, opening) do update
                            set slots = excluded.slots,
                                renewed_at = excluded.renewed_at
                )
                update traffic.pool
                   set delivered = pool.delivered + change.delivered,
                       granted = least(quota + quota / 50, greatest(0, granted + beyond + change.late - change.returned)),
                       beyond = greatest(0, granted + beyond + change.late - change.returned - (quota + quota / 50)),
                       moved_at = case when change.delivered > 0 then :now else moved_at end
                  from change
                 where pool.opening = change.opening
                """)
                .param("node", node)
                .param("openings", changes.stream().map(Change::opening).toArray(Long[]::new))
                .param("delivered", numbers(changes, Change::delivered))
                .param("late", numbers(changes, Change::late))
                .param("returned", numbers(changes, Change::returned))
                .param("held", numbers(changes, Change::held))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Integer[] numbers(List<Change> changes, ToIntFunction<Change> of) {
        return changes.stream().map(of::applyAsInt).toArray(Integer[]::new);
    }

    /** Says that a node is alive; a lease of nothing needs no saying, and goes when it is old. */
    void renew(int node, Instant now) {
        jdbc.sql("update traffic.lease set renewed_at = :now where node = :node and slots > 0")
                .param("now", Timestamp.from(now))
                .param("node", node)
                .update();
    }

    /** Takes back what nodes held that have not been heard of since; and forgets leases of pools that ended. */
    void sweep(Instant heardBefore) {
        jdbc.sql("""
                with dead as (
                    delete from traffic.lease
                     using traffic.pool
                     where pool.opening = lease.opening
                       and (renewed_at < :before or state <> 'open')
                    returning lease.opening, slots
                )
                update traffic.pool
                   set granted = least(quota + quota / 50, greatest(0, granted + beyond - lost.slots)),
                       beyond = greatest(0, granted + beyond - lost.slots - (quota + quota / 50))
                  from (select opening, sum(slots) as slots from dead group by opening) as lost
                 where pool.opening = lost.opening
                """).param("before", Timestamp.from(heardBefore)).update();
    }

    /** Adds what pages carried in an hour. */
    void carried(Instant hour, long pages, long reserved, long filled) {
        jdbc.sql("""
                insert into traffic.supply (hour, pages, reserved, filled)
                     values (:hour, :pages, :reserved, :filled)
                on conflict (hour) do update
                        set pages = supply.pages + excluded.pages,
                            reserved = supply.reserved + excluded.reserved,
                            filled = supply.filled + excluded.filled
                """)
                .param("hour", Timestamp.from(hour))
                .param("pages", pages)
                .param("reserved", reserved)
                .param("filled", filled)
                .update();
    }

    SupplyMeter.Carried carriedSince(Instant since) {
        return jdbc.sql("""
                select count(*) as hours,
                       coalesce(sum(pages), 0) as pages,
                       coalesce(sum(reserved), 0) as reserved,
                       coalesce(sum(filled), 0) as filled
                  from traffic.supply
                 where hour >= :since
                """)
                .param("since", Timestamp.from(since))
                .query((row, number) -> new SupplyMeter.Carried(
                        row.getLong("hours"), row.getLong("pages"), row.getLong("reserved"), row.getLong("filled")))
                .single();
    }
}
