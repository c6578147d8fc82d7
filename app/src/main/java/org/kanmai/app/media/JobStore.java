package org.kanmai.app.media;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The durable queue of films to judge and to package. */
@Repository
class JobStore {
    private static final Duration LOW_PRIORITY = Duration.ofMinutes(10);

    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns when it is a job's turn, as a point in time that jobs are sorted by: shortest first, and each second waited weighs
     * as much as a second of work, so that a long film is overtaken only by what came soon after it.
     */
    static Instant turn(Instant queuedAt, Duration cost, Upload.Priority priority) {
        var turn = queuedAt.plus(cost);
        return priority == Upload.Priority.LOW ? turn.plus(LOW_PRIORITY) : turn;
    }

    void add(MediaId media, Instant now) {
        jdbc.sql("""
                        insert into media.jobs (media, queued_at, turn, not_before)
                        values (:media, :now, :now, :now)
                        on conflict (media) do nothing
                        """)
                .param("media", media.value())
                .param("now", UploadStore.at(now))
                .update();
    }

    /** Takes the next job for a while; files not yet looked at come first, because a look is short and tells what is wrong. */
    Optional<Job> claim(long lease, Instant now, Instant until) {
        return jdbc.sql("""
                        with next as (
                            select media
                              from media.jobs
                             where not_before <= :now
                               and (lease is null or lease_until < :now)
                             order by judged, turn
                             limit 1
                               for update skip locked)
                        update media.jobs j
                           set lease = :lease,
                               lease_until = :until,
                               attempts = attempts + 1
                          from next, media.uploads u
                         where j.media = next.media
                           and u.media = j.media
                        returning j.media, u.owner, u.priority, j.judged, j.queued_at, j.attempts
                        """)
                .param("lease", lease)
                .param("now", UploadStore.at(now))
                .param("until", UploadStore.at(until))
                .query((row, number) -> new Job(
                        new MediaId(row.getLong("media")),
                        new PersonId(row.getLong("owner")),
                        Upload.Priority.valueOf(row.getString("priority").toUpperCase(Locale.ROOT)),
                        row.getBoolean("judged"),
                        row.getTimestamp("queued_at").toInstant(),
                        row.getInt("attempts"),
                        lease))
                .optional();
    }

    /** Returns whether the job is still ours. */
    boolean keep(MediaId media, long lease, Instant until) {
        return jdbc.sql("update media.jobs set lease_until = :until where media = :media and lease = :lease")
                        .param("media", media.value())
                        .param("lease", lease)
                        .param("until", UploadStore.at(until))
                        .update()
                == 1;
    }

    /** Puts a job that was looked at back in its place. */
    boolean judged(MediaId media, long lease, Instant turn) {
        return jdbc.sql("""
                                update media.jobs
                                   set judged = true,
                                       turn = :turn,
                                       attempts = 0,
                                       lease = null,
                                       lease_until = null
                                 where media = :media
                                   and lease = :lease
                                """)
                        .param("media", media.value())
                        .param("lease", lease)
                        .param("turn", UploadStore.at(turn))
                        .update()
                == 1;
    }

    boolean retry(MediaId media, long lease, Instant notBefore) {
        return jdbc.sql("""
                                update media.jobs
                                   set not_before = :not_before,
                                       lease = null,
                                       lease_until = null
                                 where media = :media
                                   and lease = :lease
                                """)
                        .param("media", media.value())
                        .param("lease", lease)
                        .param("not_before", UploadStore.at(notBefore))
                        .update()
                == 1;
    }

    /** Puts a job back untried, because the process stops. */
    void giveBack(MediaId media, long lease) {
        jdbc.sql("""
                        update media.jobs
                           set attempts = greatest(0, attempts - 1),
                               lease = null,
                               lease_until = null
                         where media = :media
                           and lease = :lease
                        """).param("media", media.value()).param("lease", lease).update();
    }

    boolean finish(MediaId media, long lease) {
        return jdbc.sql("delete from media.jobs where media = :media and lease = :lease")
                        .param("media", media.value())
                        .param("lease", lease)
                        .update()
                == 1;
    }

    void remove(MediaId media) {
        jdbc.sql("delete from media.jobs where media = :media")
                .param("media", media.value())
                .update();
    }

    int waiting() {
        return jdbc.sql("select count(*) from media.jobs").query(Integer.class).single();
    }

    /**
     * A claimed job.
     *
     * @param attempts this one included
     * @param lease proves that it is ours
     */
    record Job(
            MediaId media,
            PersonId owner,
            Upload.Priority priority,
            boolean judged,
            Instant queuedAt,
            int attempts,
            long lease) {}
}
