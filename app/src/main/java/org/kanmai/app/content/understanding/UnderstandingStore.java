package org.kanmai.app.content.understanding;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was understood of works. */
@Repository
class UnderstandingStore {
    static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    UnderstandingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns what there is to understand of a work; empty when it has ended. */
    Optional<Draft> draft(WorkId work) {
        return jdbc.sql("""
                select id, media, title, description, hashtags, width, height, duration_millis
                  from content.work
                 where id = :work
                   and creator is not null
                   and state in ('reviewing', 'published', 'rejected')
                """)
                .param("work", work.value())
                .query((row, number) -> new Draft(
                        new WorkId(row.getLong("id")),
                        new MediaId(row.getLong("media")),
                        row.getString("title"),
                        row.getString("description"),
                        texts(row, "hashtags"),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getInt("duration_millis")))
                .optional();
    }

    /** Writes what was understood; what the creator took away stays away. */
    void put(Made made, Instant now) {
        jdbc.sql("""
                insert into content.understanding (work, recipe, meaning, keywords, topics, frames, length, shape,
                       figures, at)
                values (:work, :recipe, :meaning, :keywords, :topics, :frames, :length, :shape,
                       cast(:figures as jsonb), :now)
                    on conflict (work) do update
                   set recipe = excluded.recipe, meaning = excluded.meaning, keywords = excluded.keywords,
                       topics = excluded.topics, frames = excluded.frames, length = excluded.length,
                       shape = excluded.shape, figures = excluded.figures, at = excluded.at,
                       changed_in = pg_current_xact_id()
                 where not content.understanding.gone
                """)
                .param("work", made.work().value())
                .param("recipe", made.recipe())
                .param("meaning", made.meaning().map(UnderstandingStore::bytes).orElse(null))
                .param("keywords", made.keywords().toArray(String[]::new))
                .param("topics", made.topics().toArray(String[]::new))
                .param("frames", made.frames())
                .param("length", made.length() == null ? null : made.length().code())
                .param("shape", made.shape() == null ? null : made.shape().code())
                .param("figures", json.writeValueAsString(made.figures()))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Leaves of works no more than that there was something. */
    void forget(Collection<WorkId> works) {
        jdbc.sql("""
                update content.understanding
                   set meaning = null, keywords = '{}', removed = '{}', topics = '{}', frames = '', length = null,
                       shape = null, figures = '{}', gone = true, changed_in = pg_current_xact_id()
                 where work = any (:works)
                """)
                .param("works", works.stream().map(WorkId::value).toArray(Long[]::new))
                .update();
    }

    /** Takes a keyword away, the latest of so many; false when the work has none such. */
    boolean remove(WorkId work, String keyword) {
        return jdbc.sql("""
                        update content.understanding
                           set removed = (array_prepend(:keyword, array_remove(removed, :keyword)))[1\\:64],
                               changed_in = pg_current_xact_id()
                         where work = :work
                           and :keyword = any (keywords)
                        """)
                        .param("work", work.value())
                        .param("keyword", keyword)
                        .update()
                == 1;
    }

    /** Gives a keyword back; false when the work has none such. */
    boolean restore(WorkId work, String keyword) {
        return jdbc.sql("""
                        update content.understanding
                           set removed = array_remove(removed, :keyword),
                               changed_in = pg_current_xact_id()
                         where work = :work
                           and (:keyword = any (keywords) or :keyword = any (removed))
                        """)
                        .param("work", work.value())
                        .param("keyword", keyword)
                        .update()
                == 1;
    }

    Map<WorkId, Digest> digests(Collection<WorkId> works) {
        var found = new LinkedHashMap<WorkId, Digest>();
        jdbc.sql("""
                select work, keywords, removed, topics, frames, length, shape, figures::text as figures,
                       meaning is not null as compared, at
                  from content.understanding
                 where work = any (:works)
                   and not gone
                """)
                .param("works", works.stream().map(WorkId::value).toArray(Long[]::new))
                .query((row, number) -> digest(row))
                .list()
                .forEach(digest -> found.put(digest.work(), digest));
        return found;
    }

    /** Returns the number of the oldest transaction that is running. */
    String oldestRunning() {
        return jdbc.sql("select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")
                .query(String.class)
                .single();
    }

    /** Returns a page of the newest works before one. */
    List<Row> newest(long before, int limit) {
        return jdbc.sql("""
                select work, meaning, keywords, removed, topics, length, shape, figures::text as figures, gone,
                       cast(changed_in as text) as changed
                  from content.understanding
                 where work < :before
                   and not gone
                 order by work desc
                 limit :limit
                """)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    /** Returns a page of the works whose understanding changed after one that changed. */
    List<Row> after(String changedIn, long work) {
        return jdbc.sql("""
                select work, meaning, keywords, removed, topics, length, shape, figures::text as figures, gone,
                       cast(changed_in as text) as changed
                  from content.understanding
                 where (changed_in, work) > (cast(:changedIn as xid8), :work)
                 order by content.understanding.changed_in, work
                 limit :limit
                """)
                .param("changedIn", changedIn)
                .param("work", work)
                .param("limit", PAGE)
                .query((row, number) -> row(row))
                .list();
    }

    private Digest digest(ResultSet row) throws SQLException {
        var removed = texts(row, "removed");
        var figures = new LinkedHashMap<String, Double>();
        figures(row).forEach((figure, value) -> figures.put(figure.code(), value));
        return new Digest(
                new WorkId(row.getLong("work")),
                without(texts(row, "keywords"), removed),
                removed,
                texts(row, "topics"),
                row.getString("frames"),
                length(row),
                shape(row),
                figures,
                row.getBoolean("compared"),
                row.getTimestamp("at").toInstant());
    }

    private Row row(ResultSet row) throws SQLException {
        var work = new WorkId(row.getLong("work"));
        var understanding = row.getBoolean("gone")
                ? null
                : new Understanding(
                        work,
                        floats(row.getBytes("meaning")),
                        without(texts(row, "keywords"), texts(row, "removed")),
                        texts(row, "topics"),
                        length(row),
                        shape(row),
                        figures(row));
        return new Row(row.getString("changed"), work, understanding);
    }

    private Map<Figure, Double> figures(ResultSet row) throws SQLException {
        var figures = new EnumMap<Figure, Double>(Figure.class);
        json.readTree(row.getString("figures"))
                .forEachEntry((code, value) -> figures.put(Code.parse(Figure.class, code), value.asDouble()));
        return figures;
    }

    private static @Nullable Length length(ResultSet row) throws SQLException {
        var code = row.getString("length");
        return code == null ? null : Code.parse(Length.class, code);
    }

    private static @Nullable Shape shape(ResultSet row) throws SQLException {
        var code = row.getString("shape");
        return code == null ? null : Code.parse(Shape.class, code);
    }

    private static List<String> without(List<String> keywords, List<String> removed) {
        var left = new ArrayList<>(keywords);
        left.removeAll(removed);
        return left;
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static byte[] bytes(float[] meaning) {
        var bytes = ByteBuffer.allocate(meaning.length * Float.BYTES);
        bytes.asFloatBuffer().put(meaning);
        return bytes.array();
    }

    private static float[] floats(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new float[0];
        }
        var floats = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(floats);
        return floats;
    }

    /** A row that changed in a transaction; without an understanding when the work is gone. */
    record Row(String changedIn, WorkId work, @Nullable Understanding understanding) {}
}
