package org.kanmai.app.content.understanding;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The durable queue of works to be understood. */
@Repository
class UnderstandingJobStore {
    private final JdbcClient jdbc;

    UnderstandingJobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds works, each once; one that is being understood just now is begun anew, and who holds it writes nothing any more. */
    void add(Collection<WorkId> works, Instant now, Instant turn) {
        jdbc.sql("""
                insert into content.understanding_job (work, turn, not_before)
                select unnest(cast(:works as bigint[])), :turn, :now
                    on conflict (work) do update
                   set turn = least(content.understanding_job.turn, excluded.turn), not_before = excluded.not_before,
                       attempts = 0, lease = null, lease_until = null
                """)
                .param("works", works.stream().map(WorkId::value).toArray(Long[]::new))
                .param("turn", Timestamp.from(turn))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Adds works that were understood by another recipe than today's; returns how many. */
    int addOutdated(String recipe, Instant now, int limit) {
        return jdbc.sql("""
                insert into content.understanding_job (work, turn, not_before)
                select work, :now, :now
                  from content.understanding
                 where recipe <> :recipe
                   and not gone
                 order by work desc
                 limit :limit
                    on conflict (work) do nothing
                """)
                .param("recipe", recipe)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .update();
    }

    /** Takes the next work for a while. */
    Optional<Job> claim(long lease, Instant now, Instant until) {
        return jdbc.sql("""
                with next as (
                    select work
                      from content.understanding_job
                     where not_before <= :now
                       and (lease is null or lease_until < :now)
                     order by turn, work
                     limit 1
                       for update skip locked)
                update content.understanding_job j
                   set lease = :lease,
                       lease_until = :until,
                       attempts = attempts + 1
                  from next
                 where j.work = next.work
                returning j.work, j.attempts
                """)
                .param("lease", lease)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .query((row, number) -> new Job(new WorkId(row.getLong("work")), row.getInt("attempts"), lease))
                .optional();
    }

    /** Ends a job; returns whether it was still ours. */
    boolean finish(Job job) {
        return jdbc.sql("delete from content.understanding_job where work = :work and lease = :lease")
                        .param("work", job.work().value())
                        .param("lease", job.lease())
                        .update()
                == 1;
    }

    void retry(Job job, Instant notBefore) {
        jdbc.sql("""
                update content.understanding_job
                   set not_before = :notBefore,
                       lease = null,
                       lease_until = null
                 where work = :work
                   and lease = :lease
                """)
                .param("work", job.work().value())
                .param("lease", job.lease())
                .param("notBefore", Timestamp.from(notBefore))
                .update();
    }

    void remove(Collection<WorkId> works) {
        jdbc.sql("delete from content.understanding_job where work = any (:works)")
                .param("works", works.stream().map(WorkId::value).toArray(Long[]::new))
                .update();
    }

    int waiting() {
        return jdbc.sql("select count(*) from content.understanding_job")
                .query(Integer.class)
                .single();
    }

    /**
     * A claimed work.
     *
     * @param attempts this one included
     * @param lease proves that it is ours
     */
    record Job(WorkId work, int attempts, long lease) {}
}
