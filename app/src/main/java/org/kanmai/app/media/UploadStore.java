package org.kanmai.app.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of uploads; each change guards the state that it leaves. */
@Repository
class UploadStore {
    private static final String SELECT = """
            select u.media, u.owner, u.size, u.received, u.state, u.priority, u.percent, u.reason, u.detail,
                   u.width, u.height, u.duration_millis, coalesce(p.covers, 0) as covers
              from media.uploads u
              left join media.packages p
                on p.media = u.media
            """;

    private final JdbcClient jdbc;

    UploadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(MediaId media, PersonId owner, long size, Upload.Priority priority, Instant now) {
        jdbc.sql("""
                        insert into media.uploads (media, owner, size, state, priority, made_at, touched_at)
                        values (:media, :owner, :size, 'uploading', :priority, :now, :now)
                        """)
                .param("media", media.value())
                .param("owner", owner.value())
                .param("size", size)
                .param("priority", priority.code())
                .param("now", at(now))
                .update();
    }

    Optional<Upload> find(MediaId media) {
        return jdbc.sql(SELECT + " where u.media = :media")
                .param("media", media.value())
                .query(UploadStore::upload)
                .optional();
    }

    List<Upload> find(Collection<MediaId> media) {
        return jdbc.sql(SELECT + " where u.media in (:media)")
                .param("media", media.stream().map(MediaId::value).toList())
                .query(UploadStore::upload)
                .list();
    }

    int open(PersonId owner) {
        return jdbc.sql("""
                        select count(*)
                          from media.uploads
                         where owner = :owner
                           and state in ('uploading', 'queued', 'transcoding')
                        """).param("owner", owner.value()).query(Integer.class).single();
    }

    long bytesSince(PersonId owner, Instant since) {
        return jdbc.sql("""
                        select coalesce(sum(size), 0)::bigint
                          from media.uploads
                         where owner = :owner
                           and made_at > :since
                        """)
                .param("owner", owner.value())
                .param("since", at(since))
                .query(Long.class)
                .single();
    }

    /** Returns whether the writer is now the only one who may write at the offset. */
    boolean takePen(MediaId media, long offset, long writer, Instant now, Instant until) {
        return jdbc.sql("""
                                update media.uploads
                                   set writer = :writer,
                                       writing_until = :until,
                                       touched_at = :now
                                 where media = :media
                                   and state = 'uploading'
                                   and received = :offset
                                   and (writer is null or writing_until < :now)
                                """)
                        .param("media", media.value())
                        .param("offset", offset)
                        .param("writer", writer)
                        .param("until", at(until))
                        .param("now", at(now))
                        .update()
                == 1;
    }

    boolean keepPen(MediaId media, long writer, Instant until) {
        return jdbc.sql("""
                                update media.uploads
                                   set writing_until = :until
                                 where media = :media
                                   and state = 'uploading'
                                   and writer = :writer
                                """)
                        .param("media", media.value())
                        .param("writer", writer)
                        .param("until", at(until))
                        .update()
                == 1;
    }

    /** Moves the offset over bytes that are on disk and lays the pen down. */
    boolean advance(MediaId media, long writer, long from, long to, Instant now) {
        return jdbc.sql("""
                                update media.uploads
                                   set received = :to,
                                       writer = null,
                                       writing_until = null,
                                       touched_at = :now
                                 where media = :media
                                   and state = 'uploading'
                                   and writer = :writer
                                   and received = :from
                                """)
                        .param("media", media.value())
                        .param("writer", writer)
                        .param("from", from)
                        .param("to", to)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    boolean queue(MediaId media, Instant now) {
        return jdbc.sql("""
                                update media.uploads
                                   set state = 'queued',
                                       touched_at = :now
                                 where media = :media
                                   and state = 'uploading'
                                   and received = size
                                """).param("media", media.value()).param("now", at(now)).update() == 1;
    }

    boolean cancel(MediaId media, Instant now) {
        return jdbc.sql("""
                                update media.uploads
                                   set state = 'cancelled',
                                       reason = 'cancelled',
                                       touched_at = :now
                                 where media = :media
                                   and state in ('uploading', 'queued', 'transcoding')
                                """).param("media", media.value()).param("now", at(now)).update() == 1;
    }

    void judged(MediaId media, int width, int height, long durationMillis, Instant now) {
        jdbc.sql("""
                        update media.uploads
                           set width = :width,
                               height = :height,
                               duration_millis = :duration,
                               touched_at = :now
                         where media = :media
                        """)
                .param("media", media.value())
                .param("width", width)
                .param("height", height)
                .param("duration", durationMillis)
                .param("now", at(now))
                .update();
    }

    void progress(MediaId media, Upload.State state, int percent, Instant now) {
        jdbc.sql("""
                        update media.uploads
                           set state = :state,
                               percent = :percent,
                               touched_at = :now
                         where media = :media
                           and state in ('queued', 'transcoding')
                        """)
                .param("media", media.value())
                .param("state", state.code())
                .param("percent", percent)
                .param("now", at(now))
                .update();
    }

    boolean end(MediaId media, Upload.State state, @Nullable String reason, @Nullable String detail, Instant now) {
        return jdbc.sql("""
                                update media.uploads
                                   set state = :state,
                                       percent = case when :state = 'ready' then 100 else percent end,
                                       reason = :reason,
                                       detail = :detail,
                                       touched_at = :now
                                 where media = :media
                                   and state in ('queued', 'transcoding')
                                """)
                        .param("media", media.value())
                        .param("state", state.code())
                        .param("reason", reason)
                        .param("detail", detail)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    List<MediaId> abandon(Instant before, int limit) {
        return jdbc.sql("""
                        update media.uploads
                           set state = 'cancelled',
                               reason = 'cancelled'
                         where media in (select media
                                           from media.uploads
                                          where state = 'uploading'
                                            and touched_at < :before
                                          limit :limit
                                            for update skip locked)
                        returning media
                        """)
                .param("before", at(before))
                .param("limit", limit)
                .query((row, number) -> new MediaId(row.getLong("media")))
                .list();
    }

    int forget(Instant before) {
        return jdbc.sql("""
                        delete from media.uploads
                         where state in ('failed', 'cancelled')
                           and touched_at < :before
                        """).param("before", at(before)).update();
    }

    List<MediaId> erase(PersonId owner) {
        return jdbc.sql("delete from media.uploads where owner = :owner returning media")
                .param("owner", owner.value())
                .query((row, number) -> new MediaId(row.getLong("media")))
                .list();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Upload upload(ResultSet row, int number) throws SQLException {
        return new Upload(
                new MediaId(row.getLong("media")),
                new PersonId(row.getLong("owner")),
                row.getLong("size"),
                row.getLong("received"),
                Upload.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Upload.Priority.valueOf(row.getString("priority").toUpperCase(Locale.ROOT)),
                row.getInt("percent"),
                row.getString("reason"),
                row.getString("detail"),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                row.getObject("duration_millis", Integer.class),
                row.getInt("covers"));
    }
}
