package org.kanmai.app.traffic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.traffic.PoolRow.State;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.PoolJudged;
import org.kanmai.facts.PoolOpened;
import org.kanmai.facts.Verdict;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps pools: what was promised, what was decided. */
@Repository
class PoolStore {
    private static final String SELECT = """
            select opened, creator, tended_at, state, granted, delivered, units, moved_at, asked, shortfall, verdict, judged, round
              from traffic.pool
            """;

    private final JdbcClient jdbc;

    PoolStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a pool; false when the work is in it, or was, already. */
    boolean add(PoolOpened opened, boolean hot, Instant tendedAt) {
        return jdbc.sql("""
                insert into traffic.pool
                       (opening, work, creator, pool, quota, policy, cohort, opened_at, tended_at, deadline, matures,
                       opened, state, moved_at, hot)
                values (:opening, :work, :creator, :pool, :quota, :policy, :cohort, :openedAt, :tendedAt, :deadline, :matures,
                        :opened, 'open',
                        :tendedAt, :hot)
                    on conflict (work, pool) where state <> 'withdrawn' do nothing
                """)
                        .param("opening", opened.id())
                        .param("work", opened.work().value())
                        .param("creator", opened.creator().value())
                        .param("pool", opened.pool())
                        .param("quota", opened.quota())
                        .param("policy", opened.policy())
                        .param("cohort", opened.target().cohort())
                        .param("openedAt", Timestamp.from(opened.at()))
                        .param("tendedAt", Timestamp.from(tendedAt))
                        .param("hot", hot)
                        .param("deadline", Timestamp.from(opened.deadline()))
                        .param("matures", opened.rules().maturesMillis())
                        .param("opened", FactCodec.write(opened))
                        .update()
                == 1;
    }

    /** Returns whether a work was ever in a pool. */
    boolean knows(WorkId work) {
        return jdbc.sql("select exists (select 1 from traffic.pool where work = :work)")
                .param("work", work.value())
                .query(Boolean.class)
                .single();
    }

    /** Returns the pools that a work was in, the first first. */
    List<PoolRow> of(WorkId work) {
        return jdbc.sql(SELECT + "where work = :work order by opening")
                .param("work", work.value())
                .query(PoolStore::row)
                .list();
    }

    /** Returns a pool and keeps others from changing it until the transaction ends. */
    Optional<PoolRow> lock(long opening) {
        return jdbc.sql(SELECT + "where opening = :opening for update")
                .param("opening", opening)
                .query(PoolStore::row)
                .optional();
    }

    /** Returns the pools of a state, or all, the newest first. */
    List<PoolRow> page(@Nullable State state, Paging paging) {
        return jdbc.sql(SELECT + """
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

    /** Returns the pools that were judged since a time. */
    List<PoolRow> judgedSince(Instant since, int limit) {
        return jdbc.sql(SELECT + "where judged_at >= :since order by opening desc limit :limit")
                .param("since", Timestamp.from(since))
                .param("limit", limit)
                .query(PoolStore::row)
                .list();
    }

    /** Returns a creator's judged pools of one number, the newest first. */
    List<PoolRow> judged(PersonId creator, int pool, int limit) {
        return jdbc.sql(SELECT + """
                 where creator = :creator
                   and pool = :pool
                   and judged is not null
                 order by opening desc
                 limit :limit
                """)
                .param("creator", creator.value())
                .param("pool", pool)
                .param("limit", limit)
                .query(PoolStore::row)
                .list();
    }

    /** Returns who waits for a round and was judged before a time. */
    List<PoolRow> contenders(int pool, Instant before, int limit) {
        return jdbc.sql(SELECT + """
                 where state = 'round'
                   and pool = :pool
                   and judged_at < :before
                 order by opening
                 limit :limit
                """)
                .param("pool", pool)
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .query(PoolStore::row)
                .list();
    }

    /** Keeps a verdict; false when there was one, or the work is withdrawn. */
    boolean judge(PoolJudged judged) {
        return jdbc.sql("""
                update traffic.pool
                   set judged = :judged,
                       judged_at = :at,
                       verdict = :verdict,
                       low = :low,
                       units = :units,
                       state = :state
                 where opening = :opening
                   and state = 'open'
                """)
                        .param("judged", FactCodec.write(judged))
                        .param("at", Timestamp.from(judged.at()))
                        .param("verdict", judged.verdict().code())
                        .param("low", judged.low())
                        .param("units", judged.units())
                        .param("state", State.after(judged.verdict()).code())
                        .param("opening", judged.opening())
                        .update()
                == 1;
    }

    /** Keeps what a round decided. */
    void rank(long opening, long round, Verdict verdict) {
        jdbc.sql("""
                update traffic.pool
                   set round = :round,
                       verdict = :verdict,
                       state = :state
                 where opening = :opening
                   and state = 'round'
                """)
                .param("round", round)
                .param("verdict", verdict.code())
                .param("state", State.after(verdict).code())
                .param("opening", opening)
                .update();
    }

    /** Ends what is not decided of a work that may no longer be shown. */
    void withdraw(WorkId work) {
        jdbc.sql("update traffic.pool set state = 'withdrawn' where work = :work and state in ('open', 'round')")
                .param("work", work.value())
                .update();
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
        return jdbc.sql(SELECT + "where state = 'open' and deadline < :now and pool = 1 order by deadline limit :limit")
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

    void erase(PersonId person) {
        jdbc.sql("update traffic.pool set creator = null where creator = :person")
                .param("person", person.value())
                .update();
    }

    private static PoolRow row(ResultSet row, int number) throws SQLException {
        long creator = row.getLong("creator");
        return new PoolRow(
                fact(row.getBytes("opened"), PoolOpened.class),
                row.wasNull() ? null : new PersonId(creator),
                row.getTimestamp("tended_at").toInstant(),
                State.parse(row.getString("state")),
                row.getInt("granted"),
                row.getInt("delivered"),
                row.getInt("units"),
                row.getTimestamp("moved_at").toInstant(),
                row.getObject("asked", Long.class),
                row.getObject("shortfall", Integer.class),
                row.getString("verdict") == null ? null : Code.parse(Verdict.class, row.getString("verdict")),
                row.getBytes("judged") == null ? null : fact(row.getBytes("judged"), PoolJudged.class),
                row.getObject("round", Long.class));
    }

    private static <F extends Fact> F fact(byte[] bytes, Class<F> type) {
        return type.cast(FactCodec.read(bytes).orElseThrow());
    }
}
