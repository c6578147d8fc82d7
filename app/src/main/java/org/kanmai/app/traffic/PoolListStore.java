package org.kanmai.app.traffic;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.traffic.PoolRow.State;
import org.kanmai.app.web.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads many pools at once: lists for people, and sums for forecasts. */
@Repository
class PoolListStore {
    private final JdbcClient jdbc;

    PoolListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the pools of a state, or all, the newest first. */
    List<PoolRow> page(@Nullable State state, Paging paging) {
        return jdbc.sql(PoolStore.SELECT + """
                 where opening < :before
                   and (:state::text is null or state = :state)
                 order by opening desc
                 limit :rows
                """)
                .param("before", paging.before())
                .param("state", state == null ? null : state.code())
                .param("rows", paging.rows())
                .query(PoolStore::row)
                .list();
    }

    /** Returns the pools that were judged since a time. */
    List<PoolRow> judgedSince(Instant since, int limit) {
        return jdbc.sql(PoolStore.SELECT + "where judged_at >= :since order by opening desc limit :limit")
                .param("since", Timestamp.from(since))
                .param("limit", limit)
                .query(PoolStore::row)
                .list();
    }

    /** Returns how many pools there are of each number and state. */
    Map<Integer, Map<State, Integer>> counts() {
        var counts = new TreeMap<Integer, Map<State, Integer>>();
        jdbc.sql("select pool, state, count(*) as pools from traffic.pool group by pool, state")
                .query(row -> {
                    counts.computeIfAbsent(row.getInt("pool"), first -> new TreeMap<>())
                            .put(State.parse(row.getString("state")), row.getInt("pools"));
                });
        return counts;
    }

    /** Returns the shortfalls of first pools that are not made good yet. */
    List<PoolRow> debts(Instant now, int limit) {
        return jdbc.sql(
                        PoolStore.SELECT
                                + "where state = 'open' and deadline < :now and tended_at <= :now and pool = 1 order by deadline limit :limit")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(PoolStore::row)
                .list();
    }

    /** Returns the units that pools of a number, or higher, opened since a time were promised, and what open ones still are. */
    record Promised(long units, long missing, long works) {}

    Promised promised(int least, int most, Instant since) {
        return jdbc.sql("""
                select coalesce(sum(quota) filter (where opened_at >= :since), 0) as units,
                       coalesce(sum(greatest(quota - units, 0)) filter (where state = 'open'), 0) as missing,
                       count(*) filter (where opened_at >= :since) as works
                  from traffic.pool
                 where pool between :least and :most
                   and state <> 'withdrawn'
                """)
                .param("since", Timestamp.from(since))
                .param("least", least)
                .param("most", most)
                .query((row, number) ->
                        new Promised(row.getLong("units"), row.getLong("missing"), row.getLong("works")))
                .single();
    }
}
