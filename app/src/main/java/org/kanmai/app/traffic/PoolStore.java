package org.kanmai.app.traffic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.traffic.PoolRow.State;
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

/** Keeps the pools of works: what each was promised, and what was decided about it. */
@Repository
class PoolStore {
    static final String SELECT = """
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

    /** Returns who waits for a round and was judged before a time; whose past is still being told is left to wait. */
    List<PoolRow> contenders(int pool, Instant before, Instant now, int limit) {
        return jdbc.sql(SELECT + """
                 where state = 'round'
                   and pool = :pool
                   and judged_at < :before
                   and tended_at <= :now
                 order by opening
                 limit :limit
                """)
                .param("pool", pool)
                .param("before", Timestamp.from(before))
                .param("now", Timestamp.from(now))
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

    void erase(PersonId person) {
        jdbc.sql("update traffic.pool set creator = null where creator = :person")
                .param("person", person.value())
                .update();
    }

    static PoolRow row(ResultSet row, int number) throws SQLException {
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
