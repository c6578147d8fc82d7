package org.kanmai.app.content;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.words.Facets;
import org.kanmai.app.content.words.Words;
import org.kanmai.app.governance.Violation;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps works. */
@Component
class WorkStore {
    private static final String COLUMNS = """
            select id, creator, media, imported, state, title, description, hashtags, scene, style, crowd, cover,
                   downloadable, width, height, duration_millis, fingerprint, created_at, published_at, failure,
                   violation, note
              from content.work
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lets one transaction at a time tie works to a film, so that a film which is ready just now is not missed. */
    void lockMedia(MediaId media) {
        jdbc.sql("select pg_advisory_xact_lock(:media)")
                .param("media", media.value())
                .query((row, number) -> 0)
                .single();
    }

    /** Adds a work; false when its film belongs to another work already. */
    boolean add(WorkRow work) {
        return statement("""
                insert into content.work (id, creator, media, imported, state, title, description, hashtags,
                       scene, style, crowd, tags, cover, downloadable, width, height, duration_millis, fingerprint,
                       created_at, published_at, failure, violation, note)
                values (:id, :creator, :media, :imported, :state, :title, :description, :hashtags,
                       :scene, :style, :crowd, :tags, :cover, :downloadable, :width, :height, :duration, :fingerprint,
                       :createdAt, :publishedAt, :failure, :violation, :note)
                    on conflict (media) where not imported do nothing
                """, work).update() == 1;
    }

    /** Writes a locked row anew, unless it is in another state than it was read in. */
    void save(WorkRow work, WorkRow.State from) {
        int saved = statement("""
                update content.work
                   set creator = :creator, state = :state, title = :title, description = :description,
                       hashtags = :hashtags, scene = :scene, style = :style, crowd = :crowd, tags = :tags,
                       cover = :cover, downloadable = :downloadable, width = :width, height = :height,
                       duration_millis = :duration, fingerprint = :fingerprint, published_at = :publishedAt,
                       failure = :failure, violation = :violation, note = :note, changed_in = pg_current_xact_id()
                 where id = :id
                   and state = :from
                """, work).param("from", from.code()).update();
        if (saved != 1) {
            throw new IllegalStateException("work " + work.id() + " is not " + from + " any more");
        }
    }

    Optional<WorkRow> find(WorkId work) {
        return find(List.of(work)).stream().findFirst();
    }

    List<WorkRow> find(Collection<WorkId> works) {
        return jdbc.sql(COLUMNS + """
                 where id = any (:ids)
                """)
                .param("ids", works.stream().map(WorkId::value).toArray(Long[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    List<WorkId> idsOf(PersonId creator, int limit) {
        return jdbc.sql("select id from content.work where creator = :creator order by id desc limit :limit")
                .param("creator", creator.value())
                .param("limit", limit)
                .query((row, number) -> new WorkId(row.getLong(1)))
                .list();
    }

    /** Reads a work and keeps others from changing it until the transaction ends. */
    Optional<WorkRow> lock(WorkId work) {
        return jdbc.sql(COLUMNS + """
                 where id = :id
                   for update
                """)
                .param("id", work.value())
                .query((row, number) -> read(row))
                .optional();
    }

    Optional<WorkRow> lockOf(MediaId media) {
        return jdbc.sql(COLUMNS + """
                 where media = :media
                   and not imported
                   for update
                """)
                .param("media", media.value())
                .query((row, number) -> read(row))
                .optional();
    }

    List<WorkRow> lockOf(PersonId creator) {
        return jdbc.sql(COLUMNS + """
                 where creator = :creator
                 order by id
                   for update
                """)
                .param("creator", creator.value())
                .query((row, number) -> read(row))
                .list();
    }

    int count(PersonId creator) {
        return jdbc.sql("""
                select count(*)
                  from content.work
                 where creator = :creator
                   and state = 'published'
                """)
                .param("creator", creator.value())
                .query(Integer.class)
                .single();
    }

    int madeWithin(PersonId creator, Duration last) {
        return jdbc.sql("""
                select count(*)
                  from content.work
                 where creator = :creator
                   and created_at > :since
                   and not imported
                """)
                .param("creator", creator.value())
                .param("since", Timestamp.from(clock.instant().minus(last)))
                .query(Integer.class)
                .single();
    }

    /** Returns a creator's own works, newest first; without a state all but those that the creator took down. */
    List<WorkRow> own(PersonId creator, WorkRow.@Nullable State state, Paging paging) {
        return jdbc.sql(COLUMNS + """
                 where creator = :creator
                   and id < :before
                   and (state = :state
                        or cast(:state as text) is null and (state <> 'taken-down' or violation is not null))
                 order by id desc
                 limit :rows
                """)
                .param("creator", creator.value())
                .param("before", paging.before())
                .param("state", state == null ? null : state.code())
                .param("rows", paging.rows())
                .query((row, number) -> read(row))
                .list();
    }

    List<WorkId> published(PersonId creator, Paging paging) {
        return jdbc.sql("""
                select id
                  from content.work
                 where creator = :creator
                   and state = 'published'
                   and id < :before
                 order by id desc
                 limit :rows
                """)
                .param("creator", creator.value())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query((row, number) -> new WorkId(row.getLong("id")))
                .list();
    }

    List<WorkId> tagged(String tag, Paging paging) {
        return jdbc.sql("""
                select id
                  from content.work
                 where tags @> cast(:tags as text[])
                   and state = 'published'
                   and id < :before
                 order by id desc
                 limit :rows
                """)
                .param("tags", new String[] {tag})
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query((row, number) -> new WorkId(row.getLong("id")))
                .list();
    }

    private JdbcClient.StatementSpec statement(String sql, WorkRow work) {
        return jdbc.sql(sql)
                .param("id", work.id().value())
                .param("creator", work.creator() == null ? null : work.creator().value())
                .param("media", work.media().value())
                .param("imported", work.imported())
                .param("state", work.state().code())
                .param("title", work.words().title())
                .param("description", work.words().description())
                .param("hashtags", work.words().hashtags().toArray(String[]::new))
                .param("scene", code(work.facets().scene()))
                .param("style", code(work.facets().style()))
                .param("crowd", code(work.facets().crowd()))
                .param("tags", work.tags().toArray(String[]::new))
                .param("cover", work.cover())
                .param("downloadable", work.downloadable())
                .param("width", work.picture().width())
                .param("height", work.picture().height())
                .param("duration", work.picture().durationMillis())
                .param("fingerprint", work.picture().fingerprint())
                .param("createdAt", Timestamp.from(work.createdAt()))
                .param("publishedAt", work.publishedAt() == null ? null : Timestamp.from(work.publishedAt()))
                .param("failure", work.failure())
                .param("violation", code(work.violation()))
                .param("note", work.note());
    }

    private static WorkRow read(ResultSet row) throws SQLException {
        var creator = row.getObject("creator", Long.class);
        var published = row.getTimestamp("published_at");
        var violation = row.getString("violation");
        return new WorkRow(
                new WorkId(row.getLong("id")),
                creator == null ? null : new PersonId(creator),
                new MediaId(row.getLong("media")),
                row.getBoolean("imported"),
                Code.parse(WorkRow.State.class, row.getString("state")),
                new Words(row.getString("title"), row.getString("description"), texts(row.getArray("hashtags"))),
                Facets.parse(row.getString("scene"), row.getString("style"), row.getString("crowd")),
                row.getInt("cover"),
                row.getBoolean("downloadable"),
                new WorkRow.Picture(
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getInt("duration_millis"),
                        row.getLong("fingerprint")),
                row.getTimestamp("created_at").toInstant(),
                published == null ? null : published.toInstant(),
                row.getString("failure"),
                violation == null ? null : Code.parse(Violation.class, violation),
                row.getString("note"));
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable String code(@Nullable Code code) {
        return code == null ? null : code.code();
    }
}
