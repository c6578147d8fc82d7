package org.kanmai.app.traffic;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Paging;
import org.kanmai.distribution.ladder.HotReview;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what people decided about going hot. */
@Repository
class HotStore {
    /** A reviewer who was erased still decided, as nobody in particular. */
    private static final long NOBODY = Long.MAX_VALUE;

    private final JdbcClient jdbc;

    HotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a decision; false when the person decided about this work before. */
    boolean add(long id, WorkId work, PersonId reviewer, boolean letGo, String note, Instant at) {
        return jdbc.sql("""
                insert into traffic.hot_review (id, work, reviewer, let_go, note, at)
                     values (:id, :work, :reviewer, :letGo, :note, :at)
                on conflict (work, reviewer) do nothing
                """)
                        .param("id", id)
                        .param("work", work.value())
                        .param("reviewer", reviewer.value())
                        .param("letGo", letGo)
                        .param("note", note)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    List<HotReview> of(WorkId work) {
        return jdbc.sql("select id, reviewer, let_go from traffic.hot_review where work = :work order by id")
                .param("work", work.value())
                .query((row, number) -> {
                    long reviewer = row.getLong("reviewer");
                    return new HotReview(
                            row.getLong("id"),
                            row.wasNull() ? NOBODY : reviewer,
                            work.value(),
                            row.getBoolean("let_go") ? HotReview.Answer.LET_GO : HotReview.Answer.REFUSE);
                })
                .list();
    }

    /** A decision as it is kept; who was erased decided as nobody in particular. */
    record Kept(long id, WorkId work, @Nullable PersonId reviewer, boolean letGo, String note, Instant at) {}

    /** Returns decisions, about one work or all, the newest first. */
    List<Kept> page(@Nullable WorkId work, Paging paging) {
        return jdbc.sql("""
                select id, work, reviewer, let_go, note, at
                  from traffic.hot_review
                 where id < :before
                   and (:work::bigint is null or work = :work)
                 order by id desc
                 limit :rows
                """)
                .param("before", paging.before())
                .param("work", work == null ? null : work.value())
                .param("rows", paging.rows())
                .query((row, number) -> {
                    long reviewer = row.getLong("reviewer");
                    return new Kept(
                            row.getLong("id"),
                            new WorkId(row.getLong("work")),
                            row.wasNull() ? null : new PersonId(reviewer),
                            row.getBoolean("let_go"),
                            row.getString("note"),
                            row.getTimestamp("at").toInstant());
                })
                .list();
    }

    /** Returns the works that the last pool let through and that are neither hot nor refused. */
    List<Long> waiting(int last, int limit) {
        return jdbc.sql("""
                select work
                  from traffic.pool
                 where pool = :last
                   and state = 'promoted'
                   and not exists (select 1 from traffic.pool hot where hot.work = pool.work and hot.pool > :last)
                   and not exists (select 1 from traffic.hot_review where hot_review.work = pool.work and not let_go)
                 order by judged_at
                 limit :limit
                """)
                .param("last", last)
                .param("limit", limit)
                .query((row, number) -> row.getLong("work"))
                .list();
    }

    void erase(PersonId person) {
        jdbc.sql("update traffic.hot_review set reviewer = null where reviewer = :person")
                .param("person", person.value())
                .update();
    }
}
